package answer

import (
	"math"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"sayso/graph"
)

// vocabulary is what the claims of a graph are made of: its relations and its nodes, by their words.
type vocabulary struct {
	kinship   *Kinship
	relations map[string][]graph.Ref // by lemma
	lemmas    []string
	nodes     []*node
	known     map[string]*node // by key
	index     *index
	names     names
	initials  map[string]graph.Ref       // WHO, of the World Health Organization
	count     map[string]int             // in how many nodes a word occurs
	heads     map[string]bool            // words that head a node's text
	articles  map[string]map[string]bool // the words of each article's claims
	published map[string]time.Time       // when each article was
	passages  []passage
	words     map[string][]int // the passages that hold a word
	// entityType looks up what claims do not say of an entity that is only an argument.
	entityType func(graph.Ref) graph.Type
}

// node is an entity, a claim or a literal that takes part in a claim.
type node struct {
	key   string // as Gizmo writes it
	ref   graph.Ref
	typ   graph.Type
	texts []phrase // each name and mention once
	roles []phrase // what the graph says that it is: "prime minister"
}

// phrase is a text as the words that count in a comparison; a name of a known entity is one word, its IRI.
type phrase struct {
	text  string
	words []string
	raw   []string // all its words, also those within names
	inner []string // the names within longer names, before their heads
	head  int      // index of the head word in words
	last  string   // the last of its raw words up to the head
}

// all are its words, those within its names, and the names within them.
func (p phrase) all() []string { return slices.Concat(p.words, p.raw, p.inner) }

func newVocabulary(claims []graph.Claim, articles []graph.Article, k *Kinship) *vocabulary {
	v := &vocabulary{
		kinship: k, relations: map[string][]graph.Ref{}, known: map[string]*node{},
		count: map[string]int{}, heads: map[string]bool{}, articles: map[string]map[string]bool{}, words: map[string][]int{}, published: map[string]time.Time{},
	}
	v.names = namesOf(claims)
	v.initials = v.names.initials()
	var passages sync.WaitGroup
	passages.Go(func() {
		for _, c := range claims {
			v.article(c)
		}
	})
	for _, c := range claims {
		v.relation(c.Predicate)
		for _, p := range places(c) {
			v.node(p)
		}
		v.role(c)
	}
	for _, a := range articles {
		v.published[a.ID], _ = time.Parse(time.DateOnly, a.Published)
		for _, e := range a.Entities {
			v.entity(e)
		}
	}
	for _, n := range v.nodes {
		v.weigh(n)
	}
	v.index = newIndex(k, v.nodes)
	slices.Sort(v.lemmas)
	passages.Wait()
	return v
}

func (v *vocabulary) relation(p graph.Predicate) {
	if v.relations[p.Lemma] == nil {
		v.lemmas = append(v.lemmas, p.Lemma)
	}
	if !slices.Contains(v.relations[p.Lemma], p.ID) {
		v.relations[p.Lemma] = append(v.relations[p.Lemma], p.ID)
	}
}

func (v *vocabulary) node(p place) {
	n := v.known[p.key]
	if n == nil {
		n = &node{key: p.key, ref: p.ref, typ: p.typ}
		v.known[p.key] = n
		v.nodes = append(v.nodes, n)
	}
	for _, text := range p.texts {
		if !slices.ContainsFunc(n.texts, func(t phrase) bool { return t.text == text }) {
			n.texts = append(n.texts, v.phrase(text))
		}
	}
}

// role adds what a claim says that somebody is: who asks about the prime minister may mean him.
func (v *vocabulary) role(c graph.Claim) {
	if c.Predicate.Lemma != "be" || c.Object == nil || c.Polarity == graph.Negative || c.Modality != graph.Asserted || c.Attribution != nil || c.Object.ID == c.Subject.ID {
		return
	}
	if n := v.known[keyOf(c.Subject.ID)]; n != nil && c.Subject.ID != "" {
		n.roles = append(n.roles, v.phrase(c.Object.Mention))
	}
}

// entity adds what an article knows of a node beyond its claims: its type and further names.
func (v *vocabulary) entity(e graph.Entity) {
	n := v.known[keyOf(e.ID)]
	if n == nil {
		return
	}
	n.typ = e.Type
	for _, m := range e.Mentions {
		if !m.Pronoun && !slices.ContainsFunc(n.texts, func(t phrase) bool { return t.text == m.Text }) {
			n.texts = append(n.texts, v.phrase(m.Text))
		}
	}
}

func (v *vocabulary) article(c graph.Claim) {
	words := v.articles[c.Document]
	if words == nil {
		words = map[string]bool{}
		v.articles[c.Document] = words
	}
	if last := len(v.passages) - 1; last >= 0 && v.passages[last].sentence == c.Sentence && v.passages[last].article == c.Document {
		return
	}
	p := v.phrase(c.Sentence)
	all := slices.Concat(p.words, p.raw)
	slices.Sort(all)
	for _, w := range slices.Compact(all) {
		words[w] = true
		v.words[w] = append(v.words[w], len(v.passages))
	}
	v.passages = append(v.passages, passage{graph.Ref(c.ID), c.Document, c.Sentence})
}

func (v *vocabulary) weigh(n *node) {
	seen := map[string]bool{}
	for _, t := range n.texts {
		if len(t.words) > 0 {
			v.heads[t.words[t.head]] = true
		}
		for _, w := range t.words {
			if !seen[w] {
				seen[w] = true
				v.count[w]++
			}
		}
	}
}

// weight is how much a word tells: the rarer, the more.
func (v *vocabulary) weight(word string) float64 {
	return math.Log(1 + float64(len(v.nodes)+1)/float64(v.count[word]+1))
}

// phrase reads a text as names and content words.
func (v *vocabulary) phrase(text string) phrase {
	p := phrase{text: text}
	tokens := tokens(text)
	headSeen := false
	for i := 0; i < len(tokens); {
		ref, n := v.names.at(tokens, i)
		word := string(ref)
		if ref == "" {
			word, n = strings.ToLower(tokens[i]), 1
		}
		p.inner = append(p.inner, v.names.within(tokens[i:i+n])...)
		if isBoundary(word) && len(p.words) > 0 {
			headSeen = true
		}
		for _, t := range tokens[i : i+n] {
			if raw := strings.ToLower(t); !isStopWord(t) && hasWordRune(raw) {
				p.raw = append(p.raw, raw)
				if !headSeen {
					p.last = raw
				}
			}
		}
		if (ref != "" || !isStopWord(tokens[i])) && hasWordRune(word) {
			p.words = append(p.words, word)
			if !headSeen {
				p.head = len(p.words) - 1
			}
		}
		i += n
	}
	return p
}

// isStopWord tells a word that names nothing; in capitals it does: "US", "WHO".
func isStopWord(token string) bool {
	return stopWords[strings.ToLower(token)] && !isAcronym(token)
}

func isAcronym(token string) bool { return len(token) > 1 && strings.ToUpper(token) == token }

// isBoundary tells the words and marks after which a noun phrase no longer has its head.
func isBoundary(word string) bool {
	switch word {
	case ",", "(", ":", ";", "—", "–", "of", "in", "on", "at", "to", "for", "from", "by", "with", "about", "into", "over", "under", "after",
		"before", "during", "between", "against", "that", "which", "who", "whose", "where", "when", "amid", "among", "through", "within":
		return true
	}
	return false
}

func hasWordRune(s string) bool {
	return strings.ContainsFunc(s, isWordRune)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tokens splits a text at spaces, marks, and hyphens between letters; a possessive ending goes.
func tokens(text string) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("#@", r):
			b.WriteRune(r)
		case (r == '.' || r == ',') && b.Len() > 0 && i+1 < len(runes) && (unicode.IsLetter(runes[i+1]) || unicode.IsDigit(runes[i+1])):
			b.WriteRune(r)
		case r == '.' && isAbbreviation(b.String()):
			b.WriteRune(r)
		case r == '\'' || r == '’':
			flush()
			b.WriteRune('\'')
		default:
			flush()
			if !unicode.IsSpace(r) && r != '-' {
				out = append(out, string(r))
			}
		}
	}
	flush()
	return slices.DeleteFunc(out, func(t string) bool { return t == "'" || t == "'s" || t == "." })
}

// isAbbreviation tells "U.S" and "Dr", which keep their last dot.
func isAbbreviation(word string) bool { return strings.Contains(word, ".") }
