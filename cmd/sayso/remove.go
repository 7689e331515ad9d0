package main

import (
	"errors"

	"github.com/spf13/cobra"

	"sayso/graph/store"
)

func (p *program) remove() *cobra.Command {
	return &cobra.Command{
		Use:     "remove ARTICLE",
		Short:   "take an article out of the graph",
		Long:    "Remove takes out an article, all that it says, and the things that only it speaks of.",
		Example: "  sayso remove 003",
		Args:    exactly("an ARTICLE"),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := p.open()
			if err != nil {
				return err
			}
			err = s.Remove(c.Context(), args[0])
			if errors.Is(err, store.ErrNotFound) {
				err = noArticle(s, args[0])
			}
			if err == nil {
				p.say("removed article %s", args[0])
			}
			return errors.Join(err, s.Close())
		},
	}
}
