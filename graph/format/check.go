package format

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

const (
	longestLine     = 1 << 20
	longestIRI      = 8 << 10
	longestDocument = 64 << 20
)

// checked are the quads up to the first that check refuses.
func checked(quads Quads) Quads {
	return func(yield func(quad.Quad, error) bool) {
		for q, err := range quads {
			if err == nil {
				err = check(q)
			}
			if !yield(q, err) || err != nil {
				return
			}
		}
	}
}

// check refuses quads that could break out of a line or a tag of some format.
// What is read and what is written passes it, so that what is written can be read.
func check(q quad.Quad) error {
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil && d == quad.Label {
			continue
		}
		if err := checkValue(v); err != nil {
			return fmt.Errorf("%s: %w", d, err)
		}
	}
	return nil
}

func checkValue(v quad.Value) error {
	switch v := v.(type) {
	case nil:
		return errors.New("missing")
	case quad.IRI:
		return checkIRI(string(v))
	case quad.BNode:
		return checkBlank(string(v))
	case quad.TypedString:
		return checkIRI(string(v.Type))
	case quad.LangString:
		return checkLanguage(v.Lang)
	}
	return nil
}

func checkIRI(iri string) error {
	switch {
	case iri == "":
		return errors.New("empty IRI")
	case len(iri) > longestIRI:
		return fmt.Errorf("IRI of %d bytes", len(iri))
	}
	for i, r := range iri {
		if r < utf8.RuneSelf && !asciiNotInIRI[r] {
			continue
		}
		if notInIRI(r) {
			return fmt.Errorf("IRI %.80q with %.1q", iri, iri[i:])
		}
	}
	return nil
}

// asciiNotInIRI saves most characters of a dump the slow question.
var asciiNotInIRI = func() (set [utf8.RuneSelf]bool) {
	for r := range rune(utf8.RuneSelf) {
		set[r] = notInIRI(r)
	}
	return set
}()

// The IRIREF of N-Quads, and not what would not show or turn the text around.
func notInIRI(r rune) bool {
	return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\\ufffd", r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

func checkBlank(label string) error {
	bad := func(r rune) bool { return !isLabelRune(r) }
	if label == "" || strings.ContainsFunc(label, bad) || strings.HasSuffix(label, ".") || strings.ContainsAny(label[:1], ".-") {
		return fmt.Errorf("blank node label %.80q", label)
	}
	return nil
}

func checkLanguage(tag string) error {
	for i, part := range strings.Split(tag, "-") {
		bad := func(r rune) bool {
			return r > unicode.MaxASCII || !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r))
		}
		if part == "" || strings.ContainsFunc(part, bad) {
			return fmt.Errorf("language tag %.80q", tag)
		}
	}
	return nil
}
