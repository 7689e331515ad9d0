package answer

import (
	"context"
	"slices"
	"strings"
)

// beside are the verbs that share the subject asked for with the root: "designed" of "Who built and designed the dam?"
// One with an object of its own asks something else of it, and is left to the parts.
func (q *question) beside(root int) []Relation {
	if q.asked == none || q.Words[q.asked].Head != root || !q.is(q.asked, "nsubj") {
		return nil
	}
	var all []Relation
	for _, c := range q.children(root, "conj") {
		if strings.HasPrefix(q.Words[c].XPOS, "VB") && q.Child(c, "nsubj") == none {
			all = append(all, q.relation(q.verbs(c)))
		}
	}
	return all
}

// besides keeps the answers that also fit the pattern with each of its further relations, with the claims that say so.
func (a *Asker) besides(ctx context.Context, p Pattern, article string, s solution) (solution, error) {
	for _, r := range p.Beside {
		other := p
		other.Relation, other.Beside = r, nil
		found, err := a.answer(ctx, other, article)
		if err != nil {
			return s, err
		}
		s.query += "; " + found.query
		both := func(fits, others []fit) []fit {
			return slices.DeleteFunc(slices.Clone(fits), func(f fit) bool {
				return !slices.ContainsFunc(others, func(o fit) bool { return groupKey(o.value) == groupKey(f.value) })
			})
		}
		s.fits = append(both(s.fits, found.fits), both(found.fits, s.fits)...)
	}
	return s, nil
}
