package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/graph"
	"sayso/graph/identity"
)

func (p *program) whyNot() *cobra.Command {
	c := &cobra.Command{
		Use:   "why-not FILE:LINE",
		Short: "tell why a line of an article gave no claim",
		Long: `Why-not reads an article and tells of each sentence on a line which claims it gave, which of them --floor leaves
out, or why it gave none. Of files that are not plain text, the line is that of the text that is kept; an article
in a file of several is FILE:PLACE:LINE, as build names it.`,
		Example: "  sayso why-not data/articles/003.txt:7",
		Args:    exactly("FILE:LINE"),
		RunE: func(c *cobra.Command, args []string) error {
			name, n, err := fileLine(args[0])
			if err != nil {
				return usage(err)
			}
			s, err := p.named(c.Context(), name)
			if err != nil {
				return err
			}
			d, err := s.read()
			if skipped(err) {
				p.say("the whole of %s is skipped: %s", plain(s.name), strings.TrimPrefix(plain(err.Error()), "read "+s.name+": "))
				return nothing(nil)
			}
			if err != nil {
				return usage(err)
			}
			return p.explainLine(d, s.name, n)
		},
	}
	p.takeFloor(c)
	return c
}

func fileLine(arg string) (string, int, error) {
	at := strings.LastIndexByte(arg, ':')
	n, err := strconv.Atoi(arg[at+1:])
	if at <= 0 || err != nil || n < 1 {
		return "", 0, fmt.Errorf("%s: want FILE:LINE, as in data/articles/003.txt:7", arg)
	}
	return arg[:at], n, nil
}

// named is the article of a file, or that of FILE:PLACE.
func (p *program) named(ctx context.Context, name string) (source, error) {
	file := name
	for {
		if _, err := os.Stat(file); err == nil {
			break
		}
		at := strings.LastIndexByte(file, ':')
		if at < 0 {
			return source{}, usage(fmt.Errorf("%s: %s", name, noFile))
		}
		file = file[:at]
	}
	found, err := p.sources([]string{file}, "")
	if err != nil {
		return source{}, err
	}
	for s := range p.naming(nil).expand(ctx, found) {
		if s.name == name {
			return s, nil
		}
	}
	return source{}, usage(errors.Join(ctx.Err(), fmt.Errorf("%s: no article of that name in %s; sayso build --dry-run names those that there are", name, file)))
}

func (p *program) explainLine(d *document.Document, name string, n int) error {
	line, ok := d.Line(n)
	if !ok {
		return usage(fmt.Errorf("%s has no line %d", name, n))
	}
	m, err := p.models()
	if err != nil {
		return err
	}
	trees := extract.Trees(d, m.parser)
	article := extract.Article(d, m.parser, m.confidence)
	identity.New().Assign([]*graph.Article{article})
	doubted := doubtedIn(d, m.parser, m.confidence)
	told := false
	for i, t := range trees {
		if t.Sentence.End <= line.Start || t.Sentence.Start >= line.End {
			continue
		}
		told = true
		fmt.Fprintf(p.stdout, "“%s”\n", plain(oneLine(d.Text[t.Sentence.Start:t.Sentence.End])))
		start, end := d.Offset(t.Sentence.Start), d.Offset(t.Sentence.End)
		claims, under := claimsBetween(article.Claims, start, end), claimsBetween(doubted, start, end)
		claimTable(p.stdout, claims)
		for _, c := range under {
			fmt.Fprintf(p.stdout, "    under the floor: confidence %.2f of %.2f: %s\n", c.Confidence, m.confidence.Floor, plain(claimLine(c)))
		}
		if len(claims)+len(under) == 0 {
			fmt.Fprintf(p.stdout, "    no claim: %s\n", plain(claim.WhyNot(d, i, t)))
		}
	}
	if !told {
		fmt.Fprintf(p.stdout, "line %d is not read: %s\n", n, d.Aside(line))
	}
	return nil
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
