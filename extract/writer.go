package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/entity"
	"sayso/extract/parse"
	"sayso/extract/timex"
	"sayso/graph"
)

// writer turns the claims of trees into claims of the graph: words become entities,
// bytes become code points.
type writer struct {
	doc      *document.Document
	trees    []parse.Tree
	entities []graph.Entity
	owner    map[word]int               // index into entities of what a head word names
	times    map[int][]timex.Expression // of the trees that were asked for theirs
}

// word is the place of a word: a tree and an index into its words.
type word struct{ tree, index int }

func newWriter(d *document.Document, trees []parse.Tree, claims []claim.Claim, found []entity.Entity) *writer {
	w := &writer{doc: d, trees: trees, owner: make(map[word]int), times: make(map[int][]timex.Expression)}
	for _, e := range found {
		w.add(e)
	}
	return w
}

func (w *writer) add(e entity.Entity) {
	index := len(w.entities)
	out := graph.Entity{ID: local(index), Name: e.Name, Type: e.Type, Named: e.Named}
	for _, m := range e.Mentions {
		out.Mentions = append(out.Mentions, w.mention(m.Span, m.Text, m.Kind == entity.Pronoun))
		if _, taken := w.owner[word{m.Tree, m.Head}]; !taken {
			w.owner[word{m.Tree, m.Head}] = index
		}
	}
	w.entities = append(w.entities, out)
}

func (w *writer) mention(s document.Span, text string, pronoun bool) graph.Mention {
	return graph.Mention{
		Document: w.doc.ID, Text: text, Pronoun: pronoun,
		Start: w.doc.Offset(s.Start), End: w.doc.Offset(s.End),
	}
}

// local is the reference of an entity within its article.
func local(index int) graph.Ref { return graph.Ref(strconv.Itoa(index + 1)) }

// claims writes the claims in the order of the text. One whose subject stands for nothing
// that is known (an unresolved pronoun) is left out, as is one under the floor of confidence, and one said twice in the same
// words is said once.
func (w *writer) claims(found []claim.Claim, floor float64) []graph.Claim {
	order := make([]int, 0, len(found))
	for i, c := range found {
		if w.stands(c.Subject) && c.Confidence >= floor {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return found[a].Quote.Start - found[b].Quote.Start
	})

	out := make([]graph.Claim, 0, len(order))
	number := make(map[int]int) // of a found claim, in what is written
	content := make(map[int]int)
	same := make(map[string]int)
	for _, i := range order {
		c := w.claim(found[i])
		key := fmt.Sprint(c.Subject, c.Predicate, c.Object, c.Start, c.End)
		if first, said := same[key]; said {
			number[i] = first
			continue
		}
		same[key], number[i] = len(out), len(out)
		c.ID = fmt.Sprintf("c:%s/%d", w.doc.ID, len(out)+1)
		if found[i].Content >= 0 {
			content[len(out)] = found[i].Content
		}
		out = append(out, c)
	}
	for i := range out {
		target, has := content[i]
		if n, written := number[target]; has && written && n != i && out[i].Object != nil {
			out[i].Object.ID, out[i].Object.Type = graph.Ref(out[n].ID), graph.ClaimNode
		}
	}
	return out
}

// stands tells whether a phrase stands for something that can be a node.
func (w *writer) stands(p claim.Phrase) bool {
	if _, known := w.owner[word{p.Tree, p.Head}]; known || p.Clause {
		return true
	}
	return w.trees[p.Tree].Words[p.Head].UPOS != "PRON" || p.IsNobody()
}

func (w *writer) claim(c claim.Claim) graph.Claim {
	sentence := w.trees[c.Tree].Sentence
	out := graph.Claim{
		Document:    w.doc.ID,
		Quote:       w.doc.Text[c.Quote.Start:c.Quote.End],
		Start:       w.doc.Offset(c.Quote.Start),
		End:         w.doc.Offset(c.Quote.End),
		Sentence:    w.doc.Text[sentence.Start:sentence.End],
		Subject:     w.subject(c.Subject),
		Predicate:   predicate(c),
		Arguments:   make([]graph.Argument, 0, len(c.Arguments)),
		Attribution: w.attribution(c.Attribution),
		Polarity:    c.Polarity,
		Modality:    c.Modality,
		Confidence:  c.Confidence,
		Rule:        c.Rule,
	}
	if c.Object != nil {
		object := w.node(*c.Object)
		if object.ID == out.Subject.ID {
			// "President Zelenskyy": what he is has become a name of his.
			object = graph.Node{Name: c.Object.Text, Type: graph.Thing, Mention: c.Object.Text}
		}
		out.Object = &object
	}
	for _, a := range c.Arguments {
		out.Arguments = append(out.Arguments, graph.Argument{Role: a.Role, Text: a.Text, ID: w.node(a.Phrase).ID})
	}
	if t := c.Time; t != nil {
		words := w.trees[c.Tree].Words
		out.Time = &graph.Time{Value: t.Value, Precision: t.Precision, Text: w.doc.Text[words[t.First].Start:words[t.Last].End]}
	}
	return out
}

// predicate names the relation so that its edge is true as it reads: what is only supposed or
// asked says so in the name, as its verb does not.
func predicate(c claim.Claim) graph.Predicate {
	name := c.Predicate.Name
	switch c.Modality {
	case graph.Conditional:
		if !strings.HasPrefix(name, "would_") {
			name = "if_" + name
		}
	case graph.Questioned:
		name = "whether_" + name
	}
	return graph.Predicate{ID: graph.RelationIRI(name), Name: name, Lemma: c.Predicate.Lemma}
}

// subject is a node with a reference, since quads have no literal subjects: a clause or an
// amount that is one becomes an entity of its own.
func (w *writer) subject(p claim.Phrase) graph.Node {
	n := w.node(p)
	if p.IsNobody() {
		n = graph.Node{Name: "anyone", Type: graph.Person} // "did not resign" is denied of anyone
	}
	if n.ID != "" {
		return n
	}
	index := len(w.entities)
	e := graph.Entity{ID: local(index), Name: n.Name, Type: n.Type, Mentions: []graph.Mention{w.mention(p.Span, p.Text, false)}}
	if p.Clause {
		e.Type = graph.Event
	}
	w.entities = append(w.entities, e)
	w.owner[word{p.Tree, p.Head}] = index
	return graph.Node{ID: e.ID, Name: e.Name, Type: e.Type, Mention: p.Text}
}

// node is what a phrase stands for: an entity, or else a literal.
func (w *writer) node(p claim.Phrase) graph.Node {
	if p.Clause {
		// Its head may be a noun that names something: "X is the president" is not the president.
		return graph.Node{Name: p.Text, Type: graph.Event, Mention: p.Text}
	}
	if index, known := w.owner[word{p.Tree, p.Head}]; known {
		e := w.entities[index]
		return graph.Node{ID: e.ID, Name: e.Name, Type: e.Type, Mention: p.Text}
	}
	return w.literal(p)
}

// attribution names the sources. A source without a proper name keeps its words: "experts"
// of two articles are not the same people. Who quotes himself ("I think", he said) is one source.
func (w *writer) attribution(a *claim.Attribution) *graph.Attribution {
	if a == nil {
		return nil
	}
	outer := w.attribution(a.Of)
	source := w.node(a.Source)
	if index, known := w.owner[word{a.Source.Tree, a.Source.Head}]; !known || !w.entities[index].Named {
		source = graph.Node{Name: a.Source.Text}
		if known && w.isPronoun(a.Source) && !(strings.EqualFold(a.Source.Text, "it") && w.isNamedIn(index, a.Source.Tree)) {
			source.Name = w.entities[index].Name
		}
	}
	if outer != nil && source.ID != "" && outer.Source.ID == source.ID {
		return outer
	}
	return &graph.Attribution{Source: graph.Node{ID: source.ID, Name: source.Name}, Cue: a.Cue, Of: outer}
}

// isPronoun tells a phrase that is "it" or "they", which names nobody by itself.
func (w *writer) isPronoun(p claim.Phrase) bool {
	return p.Head >= 0 && w.trees[p.Tree].Words[p.Head].UPOS == "PRON"
}

// isNamedIn tells an entity that a sentence names by other than a pronoun: "the boat, it said, sank" is not
// what the boat said.
func (w *writer) isNamedIn(index, tree int) bool {
	s := w.trees[tree].Sentence
	return slices.ContainsFunc(w.entities[index].Mentions, func(m graph.Mention) bool {
		return !m.Pronoun && w.doc.Offset(s.Start) <= m.Start && m.End <= w.doc.Offset(s.End)
	})
}
