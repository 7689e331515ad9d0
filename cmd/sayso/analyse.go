package main

import (
	"errors"
	"strings"

	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries/analysis"
)

// analyse opens the store, reads its claims and hands both to fn, whose page it prints. A page without anything has its
// own exit code.
func (p *program) analyse(format string, fn func(*store.Store, *analysis.Graph) (page, error)) error {
	if err := oneOf("format", format, pageFormats...); err != nil {
		return err
	}
	s, err := p.open()
	if err != nil {
		return err
	}
	pg, err := readPage(s, fn)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	if err := p.writePage(pg, format); err != nil {
		return err
	}
	if pg.empty {
		return nothing(nil)
	}
	return nil
}

func readPage(s *store.Store, fn func(*store.Store, *analysis.Graph) (page, error)) (page, error) {
	claims, err := s.Claims()
	if err != nil {
		return page{}, err
	}
	articles, err := s.Articles()
	if err != nil {
		return page{}, err
	}
	return fn(s, analysis.New(claims, articles))
}

// things resolves a name, or an IRI as e:Marco_Rubio, and says what is near where there is none.
func things(s *store.Store, name string) ([]graph.Ref, error) {
	if strings.HasPrefix(name, "e:") {
		if _, err := s.Entity(graph.Ref(name)); err == nil {
			return []graph.Ref{graph.Ref(name)}, nil
		}
	}
	if refs := s.Resolve(name); len(refs) > 0 {
		return refs, nil
	}
	return nil, nobody(s, name)
}
