package claim

import (
	"slices"
	"strings"
)

// binary is a tuple for the object and one for each further argument, which has verb and object in its relation.
func (w wording) binary() []Tuple {
	relation := w.relation(false)
	var all []Tuple
	add := func(object complement) {
		all = append(all, Tuple{
			Relation:  join(append(slices.Clone(relation), w.text(object.opener))...),
			Arguments: []string{unquoted(w.subject), unquoted(object.Text)},
		})
	}
	if w.object != nil {
		add(*w.object)
		relation = append(relation, w.text(w.object.opener), unquoted(w.object.Text))
	}
	for _, a := range w.adjuncts {
		add(a)
	}
	return all
}

// relation are the words of the verb group, or of the copula that an apposition stands for.
func (w wording) relation(adverbs bool) []string {
	words := slices.Clone(w.verbs)
	if adverbs {
		words = append(words, w.adverbs...)
		slices.Sort(words)
	}
	if len(words) > 0 {
		return []string{w.text(words)}
	}
	return []string{strings.ReplaceAll(w.claim.Predicate.Name, "_", " ")}
}

func join(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// unquoted leaves out quotation marks, which are no words of a name.
func unquoted(text string) string {
	return join(strings.NewReplacer("``", "", "''", "", "“", "", "”", "", "\"", "").Replace(text))
}
