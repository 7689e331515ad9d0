package main

import (
	"github.com/spf13/cobra"

	"sayso/graph/identity"
	"sayso/graph/store"
)

func (p *program) merge() *cobra.Command {
	return p.pair(identity.Same, &cobra.Command{
		Use:   "merge A B",
		Short: "say that B is A",
		Long: `Merge lets what articles call B be A: its claims are A's, its names A's further names. No mention is
rewritten and sayso undo takes it back. Decisions stand in ` + store.DecisionsFile + ` in the store's folder, a line each, and
may be copied to another store:

  same e:A e:B  # why        B is A
  apart e:A e:B  # why       A and B are two things
  split e:A document 003     what the article 003 calls A is another thing
  split e:A name Joe Smith   so is what is called by that name`,
		Example: `  sayso merge "Donald Trump" e:Trump --why "the son is never called so here"`,
	})
}

func (p *program) apart() *cobra.Command {
	return p.pair(identity.Apart, &cobra.Command{
		Use:     "apart A B",
		Short:   "say that A and B are two things for good",
		Long:    "Apart keeps the rules from ever taking A and B for one thing, and takes the pair off the list of doubtful ones.",
		Example: `  sayso apart e:Springfield e:Springfield_Illinois`,
	})
}

// pair completes a command that decides on two things.
func (p *program) pair(kind identity.Kind, c *cobra.Command) *cobra.Command {
	var why string
	var dry bool
	c.Args = exactly("an ENTITY", "another")
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.rule(c, dry, func(s *store.Store) (ruling, error) {
			refs, err := entitiesNamed(s, args)
			if err != nil {
				return nil, err
			}
			return adding(identity.Decision{Kind: kind, A: refs[0], B: refs[1], Why: why}), nil
		})
	}
	c.Flags().StringVar(&why, "why", "", "the reason, kept with the decision")
	c.Flags().BoolVar(&dry, "dry-run", false, "print what would change in the graph, and change nothing")
	return c
}
