package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/extract/document"
	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries"
)

// spot is a place in an article: a line, a span in code points, or else all of it.
type spot struct {
	article    string // or the file that it is
	line       int
	start, end int
}

var offsets = regexp.MustCompile(`^(.+?):?\[(\d+):(\d+)\]$`)

// spots are what an argument may mean: an article as it stands, a line of one, or characters, as in "[13:55]".
func spots(arg string) []spot {
	found := []spot{{article: arg}}
	if m := offsets.FindStringSubmatch(arg); m != nil {
		start, _ := strconv.Atoi(m[2])
		end, _ := strconv.Atoi(m[3])
		return append(found, spot{article: m[1], start: start, end: max(end, start+1)})
	}
	at := strings.LastIndexByte(arg, ':')
	if n, err := strconv.Atoi(arg[at+1:]); at > 0 && err == nil && n > 0 {
		found = append(found, spot{article: arg[:at], line: n})
	}
	return found
}

// asked is an article that somebody asks of.
type asked struct {
	*document.Document
	name    string
	heading string // says which it is, where the argument does not
	spot
}

// find reads the article that an argument means, be it in a file, or in the store.
func (p *program) find(ctx context.Context, arg string) (asked, error) {
	if strings.HasPrefix(arg+":", "-:") || strings.HasPrefix(arg+":", "stdin:") && !there("stdin") && p.isPiped() {
		return p.findIn(ctx, "-", "stdin"+strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "stdin"))
	}
	var folder error
	for file := arg; file != "" && file != "."; file = file[:max(0, strings.LastIndexAny(file, ":/["))] {
		switch info, err := os.Stat(file); {
		case err == nil && info.IsDir() && file == arg:
			folder = fmt.Errorf("%s is a folder: name a file in it, and a line", arg)
		case err == nil && info.IsDir():
		case err == nil:
			return p.findIn(ctx, file, filepath.Clean(file)+arg[len(file):])
		}
	}
	a, err := p.findStored(arg)
	if folder != nil && a.Document == nil {
		return a, usage(folder)
	}
	return a, err
}

// isPiped tells that stdin is no terminal, at which nobody may type.
func (p *program) isPiped() bool {
	w, ok := p.stdin.(io.Writer)
	return !ok || !isTerminal(w)
}

func there(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// findIn looks among the articles of a file.
func (p *program) findIn(ctx context.Context, file, arg string) (asked, error) {
	found, err := p.sources([]string{file}, "")
	if err != nil {
		return asked{}, err
	}
	whole := found[0]
	names := p.naming(nil)
	names.say = func(string, ...any) {}
	var places []string
	for s := range names.expand(ctx, found) {
		for _, spot := range spots(arg) {
			if s.isCalled(spot.article, whole) {
				return s.asked(spot, s.name != whole.name)
			}
		}
		places = append(places, s.name)
	}
	switch {
	case ctx.Err() != nil:
		return asked{}, ctx.Err()
	case len(places) == 1 && places[0] == whole.name:
		return asked{}, usage(fmt.Errorf("%s: want FILE:LINE, as in %s:3", arg, places[0]))
	}
	return asked{}, usage(fmt.Errorf("%s: no such article in %s, which holds %s", arg, file, fewOf(places)))
}

func (s source) asked(at spot, several bool) (asked, error) {
	d, err := s.read()
	a := asked{Document: d, name: s.name, spot: at}
	if err == nil && several {
		a.heading = fmt.Sprintf("%s is article %s%s", s.name, d.ID, titled(d))
	}
	if err != nil && !skipped(err) {
		err = usage(err)
	}
	return a, err
}

func titled(d *document.Document) string {
	if d.Title == "" {
		return ""
	}
	return ", “" + oneLine(d.Title) + "”"
}

// isCalled tells whether somebody means an article of a file, by its place or by its ID there.
func (s source) isCalled(name string, whole source) bool {
	slashed := func(name string) string { return strings.ReplaceAll(name, ":", "/") }
	rest, ok := strings.CutPrefix(slashed(name), slashed(whole.name)+"/")
	return slashed(s.name) == slashed(name) || ok && s.id == whole.id+"/"+rest
}

// fewOf names places, the first few of many.
func fewOf(places []string) string {
	const most = 6
	if len(places) == 0 {
		return "none"
	}
	text := strings.Join(places[:min(most, len(places))], ", ")
	if more := len(places) - most; more > 0 {
		text += fmt.Sprintf(" and %d more, to %s", more, places[len(places)-1])
	}
	return text
}

// findStored looks for an article of the store, for one of its claims, or for what could not be read.
func (p *program) findStored(arg string) (asked, error) {
	at := spots(arg)
	missing := fmt.Errorf("%s: %s", at[len(at)-1].article, noFile)
	s, err := store.OpenExisting(p.dir)
	if errors.Is(err, store.ErrNoStore) {
		return asked{}, usage(missing)
	}
	if err != nil {
		return asked{}, p.unopened(err)
	}
	defer s.Close()
	for _, at := range at {
		if c, err := s.Claims(claimNamed(shortened(at.article))); err == nil && len(c) == 1 {
			at = spot{article: c[0].Document, start: c[0].Start, end: c[0].End}
		}
		id, _, _ := strings.Cut(strings.TrimPrefix(shortened(at.article), "a:"), "/voice/")
		if _, err := s.Text(id); err == nil {
			d, _, err := (&builder{p: p, store: s}).stored(id)
			if err != nil {
				return asked{}, fmt.Errorf("article %s: %w", id, err)
			}
			return asked{d, "article " + id, fmt.Sprintf("article %s of %s%s", id, p.dir, titled(d)), at}, nil
		}
		if err := problemAt(s, at.article); err != nil {
			return asked{}, err
		}
	}
	hint := queries.Meant(nearArticles(s, at[len(at)-1].article), "name a file and a line, an article or a claim: sayso stats lists the articles, sayso problems what could not be read")
	return asked{}, usage(fmt.Errorf("%w, nor an article of %s; %s", missing, p.dir, hint))
}

// shortened is an IRI as exports write it, such as <urn:sayso:claim/003/4>, in its short form; what is none stays.
func shortened(iri string) string { return string(graph.Short(quad.IRI(strings.Trim(iri, "<>")))) }

// problemAt is what the store knows of a place that could not be read.
func problemAt(s *store.Store, place string) error {
	all, err := s.Problems()
	for _, problem := range all {
		if problem.File == place || cmp.Or(problem.Place, problem.Article) == place {
			return nothing(fmt.Errorf("%s could not be read when it was built: %s", place, problem.Text))
		}
	}
	return err
}
