package graph

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// EntityIRI is e:NAME with the name's spaces as underscores and whatever is no letter,
// digit, hyphen, dot or underscore percent-encoded: e:Marco_Rubio, e:AT%26T.
func EntityIRI(name string) Ref { return Ref("e:" + word(name)) }

// RelationIRI is p:NAME, made from the name or role as [EntityIRI] does.
func RelationIRI(name string) Ref { return Ref("p:" + word(name)) }

// ArticleIRI is a:ID, the label of what the article itself asserts.
func ArticleIRI(id string) Ref { return Ref("a:" + id) }

// ClaimIRI is c:ARTICLE/N.
func ClaimIRI(article string, n int) Ref { return Ref(fmt.Sprintf("c:%s/%d", article, n)) }

// VoiceIRI is a:ID/voice/NAME, the label of what the article has from somebody;
// a source inside a source makes a path, the outermost first.
func VoiceIRI(article string, at *Attribution) Ref {
	path := ""
	for ; at != nil; at = at.Of {
		path = "/" + voiceSegment(at.Source) + path
	}
	return ArticleIRI(article) + "/voice" + Ref(path)
}

func voiceSegment(source Node) string {
	if source.ID == "" {
		return word(source.Name)
	}
	_, local, found := strings.Cut(string(source.ID), ":")
	if !found {
		local = string(source.ID)
	}
	return strings.ReplaceAll(local, "/", "%2F")
}

// IRI is the full form of a short one: e:X is urn:sayso:entity/X. Characters that
// no IRI may hold are percent-encoded, so that it cannot break out of a line of N-Quads.
func (r Ref) IRI() quad.IRI {
	prefix, local, _ := strings.Cut(string(r), ":")
	for _, p := range Prefixes {
		if p.Name == prefix {
			return quad.IRI(p.IRI + iriSafe(local))
		}
	}
	return quad.IRI(iriSafe(string(r)))
}

// Short is the short form of an IRI under one of the [Prefixes], and the IRI itself otherwise.
func Short(iri quad.IRI) Ref {
	for _, p := range Prefixes {
		if local, ok := strings.CutPrefix(string(iri), p.IRI); ok {
			return Ref(p.Name + ":" + local)
		}
	}
	return Ref(iri)
}

// longestWord keeps an IRI far below the 8 KiB that readers accept, whatever a text calls a thing.
const longestWord = 200

func word(name string) string {
	name = strings.Join(strings.Fields(name), "_")
	if strings.Trim(name, ".") == "" {
		// "." and ".." would be steps of a path.
		name = strings.ReplaceAll(name, ".", "%2E")
		return cmp.Or(name, "unnamed")
	}
	var b strings.Builder
	for _, r := range name {
		if b.Len() > longestWord {
			fmt.Fprintf(&b, "-%.6x", sha256.Sum256([]byte(name)))
			break
		}
		writeWordRune(&b, r)
	}
	return b.String()
}

func writeWordRune(b *strings.Builder, r rune) {
	if isWordRune(r) {
		b.WriteRune(r)
		return
	}
	percentEncode(b, string(r))
}

// isWordRune accepts what RFC 3987 calls iunreserved, less symbols, punctuation and the tilde.
func isWordRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("-._", r)
	case r >= 0xE0000: // variation selectors and tags, which no IRI may hold
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// unword is the name that a word was made from, but for its spaces.
func unword(local string) string {
	name, err := url.PathUnescape(local)
	if err != nil {
		return local
	}
	return name
}

func iriSafe(s string) string {
	if strings.IndexFunc(s, notInIRI) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if notInIRI(r) {
			percentEncode(&b, string(r))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// RFC 3987 and the IRIREF of N-Quads.
func notInIRI(r rune) bool {
	return r <= ' ' || 0x7f <= r && r <= 0x9f || strings.ContainsRune("<>\"{}|^`\\", r) ||
		unicode.Is(unicode.Cf, r) || r == utf8.RuneError
}

func percentEncode(b *strings.Builder, s string) {
	for i := range len(s) {
		fmt.Fprintf(b, "%%%02X", s[i])
	}
}
