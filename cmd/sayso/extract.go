package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad/nquads"
	"github.com/spf13/cobra"

	"sayso/extract/document"
	"sayso/graph"
	"sayso/graph/identity"
)

func (p *program) extract() *cobra.Command {
	var format, date, lines string
	c := &cobra.Command{
		Use:   "extract PATH…",
		Short: "print what articles claim, without a store",
		Long: `Extract reads articles (files, folders, "-" for stdin) and prints their claims.

With --lines FILE it reads single sentences instead, one a line, or ID<TAB>sentence. The formats carb
(sentence, confidence, relation, arguments) and benchie (id, subject, relation, object) are for such
lines and give claims in the words of the sentence, separated by tabs.`,
		Example: "  sayso extract data/articles --format jsonl > claims.jsonl",
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "table", "jsonl", "nquads", "entities", "carb", "benchie"); err != nil {
				return err
			}
			found, err := p.inputs(args, lines, date)
			if err != nil {
				return err
			}
			if format == "carb" || format == "benchie" {
				return p.extractTuples(c.Context(), found, format)
			}
			return p.extractTo(c.Context(), found, format)
		},
	}
	flags := c.Flags()
	flags.StringVar(&format, "format", "table", "table, jsonl (a claim a line), nquads, or entities; carb or benchie with --lines")
	flags.StringVar(&date, "date", "", "publication date of articles that name none (2025-03-12)")
	p.takeFloor(c)
	flags.StringVar(&lines, "lines", "", "file of sentences, one a line, or ID<TAB>sentence; - for stdin")
	return c
}

func (p *program) extractTo(ctx context.Context, found []source, format string) error {
	parser, err := p.model()
	if err != nil {
		return err
	}
	readings, err := p.read(ctx, found, parser)
	if err != nil {
		return err
	}
	good, partial := p.split(readings)
	identity.New().Assign(articles(good))
	out := bufio.NewWriter(p.data())
	if err := writeArticles(out, articles(good), format); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return partial
}

func writeArticles(w io.Writer, articles []*graph.Article, format string) error {
	switch format {
	case "jsonl":
		return writeClaims(w, articles)
	case "nquads":
		return writeQuads(w, articles)
	case "entities":
		return writeEntities(w, articles)
	}
	for _, a := range articles {
		claimTable(w, a.Claims)
	}
	return nil
}

func writeClaims(w io.Writer, articles []*graph.Article) error {
	lines := jsonLines(w)
	for _, a := range articles {
		for _, c := range a.Claims {
			if err := lines.Encode(c); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeQuads(w io.Writer, articles []*graph.Article) error {
	out := nquads.NewWriter(w)
	for _, a := range articles {
		if _, err := out.WriteQuads(a.Quads()); err != nil {
			return err
		}
	}
	return out.Close()
}

// writeEntities writes each entity once, with its mentions in all the articles.
func writeEntities(w io.Writer, articles []*graph.Article) error {
	var order []graph.Ref
	whole := make(map[graph.Ref]*graph.Entity)
	for _, a := range articles {
		for _, e := range a.Entities {
			if known := whole[e.ID]; known != nil {
				known.Mentions = append(known.Mentions, e.Mentions...)
				continue
			}
			order = append(order, e.ID)
			whole[e.ID] = &e
		}
	}
	lines := jsonLines(w)
	for _, id := range order {
		if err := lines.Encode(whole[id]); err != nil {
			return err
		}
	}
	return nil
}

func jsonLines(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// inputs are the articles of the arguments, or the sentences of a file of lines.
func (p *program) inputs(args []string, lines, date string) ([]source, error) {
	if lines == "" {
		if len(args) == 0 {
			return nil, usage(fmt.Errorf("sayso extract needs a PATH or --lines FILE; see: sayso extract --help"))
		}
		return p.sources(args, date)
	}
	if len(args) > 0 {
		return nil, usage(fmt.Errorf("sayso extract takes a PATH or --lines FILE, not both"))
	}
	published, err := day(date)
	if err != nil {
		return nil, err
	}
	r, name := p.stdin, "stdin"
	if lines != "-" {
		f, err := os.Open(lines)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r, name = f, lines
	}
	return sentences(r, name, document.Metadata{Published: published})
}

const longestLine = 1 << 20

// sentences makes an article of each line; its id is the ID before a tab, or the line's number.
func sentences(r io.Reader, name string, meta document.Metadata) ([]source, error) {
	var found []source
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, longestLine)
	n := 1
	for ; scanner.Scan(); n++ {
		id, text, ok := strings.Cut(scanner.Text(), "\t")
		if !ok {
			id, text = strconv.Itoa(n), scanner.Text()
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		found = append(found, source{
			id:   document.ID(id),
			name: fmt.Sprintf("%s:%d", name, n),
			meta: meta,
			line: true,
			open: func() (document.Raw, error) { return document.Raw{Text: []byte(text)}, nil },
		})
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, usage(fmt.Errorf("%s:%d: longer than %d bytes: want a sentence a line, or name the file without --lines", name, n, longestLine))
	case err != nil:
		return nil, usage(fmt.Errorf("%s:%d: %w", name, n, err))
	}
	return found, nil
}
