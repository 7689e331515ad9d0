package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sayso/graph/store"
	"sayso/queries"
)

func (p *program) article() *cobra.Command {
	var original bool
	c := &cobra.Command{
		Use:   "article ARTICLE",
		Short: "print the text of an article as it is kept",
		Long: `Article prints the text to which all offsets and quotes refer. With --original it prints what that text was taken from, a web page
or a PDF, byte by byte; of plain text that is the text itself.`,
		Example: "  sayso article 003\n  sayso article politics/index --original > index.html",
		Args:    exactly("an ARTICLE"),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := p.open()
			if err != nil {
				return err
			}
			return errors.Join(p.printArticle(s, args[0], original), s.Close())
		},
	}
	c.Flags().BoolVar(&original, "original", false, "print what the text was taken from")
	return c
}

func (p *program) printArticle(s *store.Store, id string, original bool) error {
	text, err := s.Text(id)
	out := p.data()
	if err == nil && original {
		whole, none := s.Original(id)
		if none == nil {
			text = whole
			if p.terminal() {
				return usage(fmt.Errorf("the original of %s is not for a terminal: put > FILE behind the command", id))
			}
		} else if !errors.Is(none, store.ErrNotFound) {
			return none
		} else if p.wasTaken(s, id) {
			return nothing(fmt.Errorf("the original of %s is not kept: it is larger than %d MiB, or was built with --originals=false", id, store.LargestOriginal>>20))
		}
	}
	if errors.Is(err, store.ErrNotFound) {
		return nothing(fmt.Errorf("no article %q with a text in %s; %s", id, p.dir, queries.Meant(nearArticles(s, id), "sayso stats lists the articles")))
	}
	if err != nil {
		return err
	}
	if _, err = out.Write(text); err == nil && p.terminal() {
		_, err = io.WriteString(out, "\n")
	}
	return err
}

// wasTaken tells whether the text of an article was taken from something else.
func (p *program) wasTaken(s *store.Store, id string) bool {
	b := &builder{p: p, store: s}
	in, err := b.input(id)
	return err == nil && in.Original != ""
}
