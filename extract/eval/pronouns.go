package eval

import (
	"fmt"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/entity"
	"sayso/extract/parse"
)

// reading is a document as far as no pronoun is looked at.
type reading struct {
	doc    *document.Document
	trees  []parse.Tree
	claims []claim.Claim
}

// lesson is a reading from which pronouns are learnt: right tells which options of a choice are, none where
// nobody knows.
type lesson struct {
	reading
	right func(entity.Choice) []bool
}

// lessonRounds is how often choices are learnt from: what is chosen changes what later pronouns may stand for.
const lessonRounds = 2

// FitPronouns learns whom pronouns mean from documents and from examples of GAP.
func FitPronouns(p extract.Parser, documents []CorefDocument, examples []GAPExample) (entity.Weights, error) {
	from, err := documentLessons(p, documents)
	if err != nil {
		return nil, err
	}
	more, err := gapLessons(p, examples)
	return fit(append(from, more...)), err
}

func fit(lessons []lesson) entity.Weights {
	w := entity.Weights{}
	for range lessonRounds {
		var all []entity.Answered
		for _, l := range lessons {
			w.Choices(l.doc, l.trees, l.claims, func(c entity.Choice) {
				if right := l.right(c); right != nil {
					all = append(all, entity.Answered{Choice: c, Right: right})
				}
			})
		}
		w = entity.Fit(all)
	}
	return w
}

func gapLessons(p extract.Parser, examples []GAPExample) ([]lesson, error) {
	var all []lesson
	for _, x := range examples {
		r, err := x.read(p)
		if err != nil {
			return nil, err
		}
		all = append(all, lesson{r, x.right})
	}
	return all, nil
}

// right tells which options are, of the example's own pronoun: the name that it stands for, or where
// it is neither, any but the two.
func (x GAPExample) right(c entity.Choice) []bool {
	if c.Pronoun.Span.Start != x.Pronoun.Start {
		return nil
	}
	right, known := make([]bool, len(c.Options)), false
	for i, o := range c.Options {
		a, b := mentionsAt(o.Mentions, x.Names[0], entity.Name), mentionsAt(o.Mentions, x.Names[1], entity.Name)
		right[i] = a && x.Is[0] || b && x.Is[1] || !a && !b && !x.Is[0] && !x.Is[1]
		known = known || right[i]
	}
	if !known {
		return nil
	}
	return right
}

func documentLessons(p extract.Parser, documents []CorefDocument) ([]lesson, error) {
	var all []lesson
	for _, d := range documents {
		doc, trees, err := d.parse(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		all = append(all, lesson{reading{doc, trees, claim.Find(doc, trees)}, d.rightOf()})
	}
	return all, nil
}

// rightOf goes by the chains: those options are right whose nearest mention is of the pronoun's.
func (d CorefDocument) rightOf() func(entity.Choice) []bool {
	chains := map[[2]int]int{} // by the heads of their mentions, counted from 1
	for n, chain := range d.Chains {
		for _, m := range chain {
			chains[[2]int{m.Tree, headOf(d.Trees[m.Tree], m)}] = n + 1
		}
	}
	of := func(m entity.Mention) int { return chains[[2]int{m.Tree, m.Head}] }
	return func(c entity.Choice) []bool {
		right, known := make([]bool, len(c.Options)), false
		for i, o := range c.Options[1:] {
			right[i+1] = of(c.Pronoun) > 0 && of(c.Pronoun) == of(o.Nearest)
			known = known || right[i+1]
		}
		right[0] = !known
		return right
	}
}

// HeldOutGAP scores examples, a fold at a time, by weights learnt from the documents and the other folds.
func HeldOutGAP(p extract.Parser, documents []CorefDocument, examples []GAPExample, folds int) (GAPScores, error) {
	var s GAPScores
	base, err := documentLessons(p, documents)
	if err != nil {
		return s, err
	}
	all, err := gapLessons(p, examples)
	if err != nil {
		return s, err
	}
	for fold := range folds {
		from := base[:len(base):len(base)]
		for i, l := range all {
			if i%folds != fold {
				from = append(from, l)
			}
		}
		w := fit(from)
		for i := fold; i < len(all); i += folds {
			s.count(examples[i], examples[i].decide(all[i].resolve(w)))
		}
	}
	return s, nil
}

func (r reading) resolve(w entity.Weights) []entity.Entity {
	return w.Resolve(r.doc, r.trees, r.claims)
}
