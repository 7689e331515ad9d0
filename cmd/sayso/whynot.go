package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

func (p *program) whyNot() *cobra.Command {
	c := &cobra.Command{
		Use:   "why-not FILE:LINE",
		Short: "tell why a line of an article gave no claim",
		Long: `Why-not reads an article and tells of each sentence on a line which claims it gave, which of them --floor leaves
out, or why it gave none. Of files that are not plain text, the line is that of the text that is kept.

Any place that other commands print will do. An article in a file of several is FILE:PLACE, as build and problems name it, and a line
of that FILE:PLACE:LINE; FILE[START:END] are characters, as in a receipt. Without a line it is the whole article. What is no file may be
an article of the store, 003 or 003:7, or a claim, 003/4: then it is the sentence of that.`,
		Example: "  sayso why-not data/articles/003.txt:7\n  sayso why-not wire.ndjson:12\n  sayso why-not 003/4",
		Args:    exactly("FILE:LINE"),
		RunE: func(c *cobra.Command, args []string) error {
			a, err := p.find(c.Context(), args[0])
			if skipped(err) {
				p.say("the whole of %s is skipped: %s", plain(a.name), strings.TrimPrefix(plain(err.Error()), "read "+a.name+": "))
				return nothing(nil)
			}
			if err != nil {
				return err
			}
			return p.explain(a)
		},
	}
	p.takeFloor(c)
	return c
}

// explain tells of the sentences of an article, or of some of them.
func (p *program) explain(a asked) error {
	lines, err := a.lines()
	if err != nil {
		return err
	}
	m, err := p.models()
	if err != nil {
		return err
	}
	e := explainer{Document: a.Document, trees: extract.Trees(a.Document, m.parser), floor: m.confidence.Floor}
	article := extract.Article(a.Document, m.parser, m.confidence)
	identity.New().Assign([]*graph.Article{article})
	if a.heading != "" {
		fmt.Fprintf(p.stdout, "%s\n\n", plain(a.heading))
	}
	e.claims, e.doubted = article.Claims, doubtedIn(a.Document, m.parser, m.confidence)
	for _, n := range lines {
		line, _ := a.Line(n)
		told := false
		for i, t := range e.trees {
			if t.Sentence.End <= line.Start || t.Sentence.Start >= line.End {
				continue
			}
			if told = true; i >= e.done && a.holds(t.Sentence.Span) {
				e.sentence(p.stdout, i)
				e.done = i + 1
			}
		}
		if why := a.Aside(line); !told && (len(lines) == 1 || strings.TrimSpace(a.Text[line.Start:line.End]) != "") {
			fmt.Fprintf(p.stdout, "line %d is not read: %s\n", n, why)
		}
	}
	return nil
}

// lines are the numbers of the lines that are asked for.
func (a asked) lines() ([]int, error) {
	last := a.LineAt(len(strings.TrimSuffix(a.Text, "\n")))
	if a.line > last {
		return nil, usage(fmt.Errorf("%s has no line %d: the last is %d", a.name, a.line, last))
	}
	if a.line > 0 {
		return []int{a.line}, nil
	}
	var all []int
	for n := 1; n <= last; n++ {
		line, _ := a.Line(n)
		if a.end == 0 || a.holds(line) {
			all = append(all, n)
		}
	}
	if len(all) == 0 {
		return nil, usage(fmt.Errorf("%s has no character %d: it has %d", a.name, a.start, a.Offset(len(a.Text))))
	}
	return all, nil
}

// holds tells whether some of a span is asked for.
func (a asked) holds(s document.Span) bool {
	return a.end == 0 || a.Offset(s.Start) < a.end && a.Offset(s.End) > a.start
}

// explainer tells what came of the sentences of a document.
type explainer struct {
	*document.Document
	trees           []parse.Tree
	claims, doubted []graph.Claim
	floor           float64
	done            int // sentences
}

func (e *explainer) sentence(w io.Writer, i int) {
	t := e.trees[i]
	fmt.Fprintf(w, "“%s”\n", plain(oneLine(e.Text[t.Sentence.Start:t.Sentence.End])))
	start, end := e.Offset(t.Sentence.Start), e.Offset(t.Sentence.End)
	claims, under := claimsBetween(e.claims, start, end), claimsBetween(e.doubted, start, end)
	claimTable(w, claims)
	for _, c := range under {
		fmt.Fprintf(w, "    under the floor: confidence %.2f of %.2f: %s\n", c.Confidence, e.floor, plain(claimLine(c)))
	}
	e.cues(w, i, claims)
	stands := func(quote document.Span) bool {
		return slices.ContainsFunc(append(claims, under...), func(c graph.Claim) bool { return e.isQuote(c, quote) })
	}
	for _, miss := range claim.WhyNot(e.Document, i, t, stands) {
		fmt.Fprintf(w, "    no claim%s: %s\n", plain(miss.Of), plain(miss.Why))
	}
}

// cues names the words for which claims are no plain facts.
func (e *explainer) cues(w io.Writer, i int, claims []graph.Claim) {
	told := map[string]bool{}
	for _, cue := range claim.Cues(e.Document, i, e.trees[i]) {
		var ids []string
		for _, c := range claims {
			if e.isQuote(c, cue.Quote) && c.Predicate.Lemma == cue.Lemma {
				ids = append(ids, strings.TrimPrefix(c.ID, "c:"))
			}
		}
		line := fmt.Sprintf("    %s: %s, for “%s” [%d:%d]\n", plain(strings.Join(ids, ", ")), cue.Says,
			plain(e.Text[cue.Word.Start:cue.Word.End]), e.Offset(cue.Word.Start), e.Offset(cue.Word.End))
		if len(ids) > 0 && !told[line] {
			told[line] = true
			io.WriteString(w, line)
		}
	}
}

func (e *explainer) isQuote(c graph.Claim, quote document.Span) bool {
	return c.Start == e.Offset(quote.Start) && c.End == e.Offset(quote.End)
}

// doubtedIn are the claims that the floor leaves out. They are not of the same reading as the others, which are
// numbered without them.
func doubtedIn(d *document.Document, parser extract.Parser, confidence *extract.Confidence) []graph.Claim {
	if confidence.Floor == 0 {
		return nil
	}
	all := extract.Article(d, parser, &extract.Confidence{Weights: confidence.Weights})
	identity.New().Assign([]*graph.Article{all})
	return slices.DeleteFunc(all.Claims, func(c graph.Claim) bool { return c.Confidence >= confidence.Floor })
}

// claimsBetween are the claims whose quotes stand between two offsets.
func claimsBetween(claims []graph.Claim, start, end int) []graph.Claim {
	var some []graph.Claim
	for _, c := range claims {
		if c.Start >= start && c.End <= end {
			some = append(some, c)
		}
	}
	return some
}
