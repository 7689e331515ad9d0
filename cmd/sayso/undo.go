package main

import (
	"errors"

	"github.com/spf13/cobra"

	"sayso/graph/identity"
	"sayso/graph/store"
)

func (p *program) undo() *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:   "undo",
		Short: "take the last decision on who is who back",
		Long:  "Undo takes the last line of " + store.DecisionsFile + " back: the graph is, byte for byte, what it would be without.",
		Args:  exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			return p.rule(c, dry, func(*store.Store) (ruling, error) { return p.withoutLast, nil })
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "print what would change in the graph, and change nothing")
	return c
}

func (p *program) withoutLast(ds identity.Decisions) (identity.Decisions, error) {
	if len(ds) == 0 {
		return nil, nothing(errors.New("nothing is decided, so there is nothing to undo"))
	}
	p.say("undo: %s", ds[len(ds)-1])
	return ds[:len(ds)-1], nil
}
