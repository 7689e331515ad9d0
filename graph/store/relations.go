package store

import (
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// relations are those that claims use, by what they are called.
type relations struct {
	named    map[string][]graph.Ref // by label
	lemma    map[string][]graph.Ref // by lemma
	form     map[string][]string    // lemmas by their inflected forms
	asserted map[graph.Ref]bool     // affirmed as a fact, neither denied nor planned
}

func newRelations() relations {
	return relations{
		named:    map[string][]graph.Ref{},
		lemma:    map[string][]graph.Ref{},
		form:     map[string][]string{},
		asserted: map[graph.Ref]bool{},
	}
}

// readRelations passes over the plain relations, of which there are no claims.
func (r *reader) readRelations(to *relations) error {
	seen := map[cayley.Ref]bool{}
	return r.each(quad.Predicate, graph.RDFPredicate, func(ref cayley.Ref) error {
		at := r.at.QuadDirection(ref, quad.Object)
		iri, ok := r.at.NameOf(at).(quad.IRI)
		if seen[at] || !ok {
			return nil
		}
		seen[at] = true
		quads, err := r.with(quad.Subject, iri)
		to.add(iri, quads)
		return err
	})
}

func (rs *relations) add(iri quad.IRI, quads []quad.Quad) {
	ref := graph.Short(iri)
	said := map[quad.Value]bool{}
	for _, q := range quads {
		text, _ := textOf(q.Object)
		switch q.Predicate {
		case graph.RDFSLabel:
			key := relationKey(text)
			rs.named[key] = ordered(append(rs.named[key], ref))
		case graph.Lemma:
			rs.addLemma(relationKey(text), ref)
		case graph.ClaimPolarity, graph.ClaimModality:
			said[q.Object] = true
		}
	}
	rs.asserted[ref] = said[quad.String(graph.Positive)] && said[quad.String(graph.Asserted)]
}

func (rs *relations) addLemma(lemma string, ref graph.Ref) {
	if len(rs.lemma[lemma]) == 0 {
		for _, form := range forms(lemma) {
			rs.form[form] = append(rs.form[form], lemma)
		}
	}
	rs.lemma[lemma] = ordered(append(rs.lemma[lemma], ref))
}

func (rs *relations) find(name string) []graph.Ref {
	key := relationKey(strings.TrimPrefix(name, "p:"))
	if found := rs.named[key]; len(found) > 0 {
		return slices.Clone(found)
	}
	if found := rs.lemma[key]; len(found) > 0 {
		return rs.likely(found)
	}
	var found []graph.Ref
	for _, lemma := range rs.form[key] {
		found = append(found, rs.lemma[lemma]...)
	}
	return rs.likely(ordered(found))
}

// likely leaves out what is denied, planned or only possible, unless there is nothing else.
func (rs *relations) likely(refs []graph.Ref) []graph.Ref {
	var found []graph.Ref
	for _, ref := range refs {
		if rs.asserted[ref] {
			found = append(found, ref)
		}
	}
	if len(found) == 0 {
		return slices.Clone(refs)
	}
	return found
}

// forms are the regular inflections of a lemma's verb, its first word. Irregular ones are
// found by the names of the relations that use them.
func forms(lemma string) []string {
	verb, rest, more := strings.Cut(lemma, " ")
	if more {
		rest = " " + rest
	}
	var all []string
	for _, form := range inflections(verb) {
		all = append(all, form+rest)
	}
	return all
}

func inflections(verb string) []string {
	n := len(verb)
	switch {
	case n < 2:
		return nil
	case strings.HasSuffix(verb, "e"):
		return []string{verb + "s", verb + "d", verb[:n-1] + "ing"}
	case verb[n-1] == 'y' && !isVowel(verb[n-2]):
		return []string{verb[:n-1] + "ies", verb[:n-1] + "ied", verb + "ing"}
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "x"), strings.HasSuffix(verb, "z"),
		strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "o"):
		return []string{verb + "es", verb + "ed", verb + "ing"}
	}
	all := []string{verb + "s", verb + "ed", verb + "ing"}
	if oneSyllable(verb) && isVowel(verb[n-2]) && !strings.ContainsRune("wxy", rune(verb[n-1])) {
		all = append(all, verb+verb[n-1:]+"ed", verb+verb[n-1:]+"ing")
	}
	return all
}

func oneSyllable(verb string) bool {
	vowels := 0
	for i := range len(verb) {
		if isVowel(verb[i]) {
			vowels++
		}
	}
	return vowels == 1
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
