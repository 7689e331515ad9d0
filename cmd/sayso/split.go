package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph/identity"
	"sayso/graph/store"
)

func (p *program) splitOff() *cobra.Command {
	var why, document, name string
	var dry bool
	c := &cobra.Command{
		Use:     "split A",
		Short:   "say that an article, or a name, means another thing than A",
		Long:    "Split makes a thing of its own of what one article calls A, or of what is called by one of A's names.",
		Example: "  sayso split e:Li_Wei --document 2024/swimming\n  sayso split e:Li_Wei --name \"Li Wei Jr.\"",
		Args:    exactly("an ENTITY"),
		RunE: func(c *cobra.Command, args []string) error {
			d := identity.Decision{Kind: identity.Split, By: "document", Of: document, Why: why}
			if name != "" {
				d.By, d.Of = "name", name
			}
			if (document == "") == (name == "") {
				return usage(fmt.Errorf("sayso split takes --document or --name"))
			}
			return p.rule(c, dry, func(s *store.Store) (r ruling, err error) {
				if d.A, err = entityNamed(s, args[0]); err == nil {
					err = checkSplit(s, &d)
				}
				return adding(d), err
			})
		},
	}
	c.Flags().StringVar(&document, "document", "", "the article that means another thing")
	c.Flags().StringVar(&name, "name", "", "the name that means another thing")
	c.Flags().StringVar(&why, "why", "", "the reason, kept with the decision")
	c.Flags().BoolVar(&dry, "dry-run", false, "print what would change in the graph, and change nothing")
	return c
}

// checkSplit holds a split against what is there: the article must speak of the thing, or the name be one of its names.
func checkSplit(s *store.Store, d *identity.Decision) error {
	who, err := s.Registry()
	if err != nil {
		return err
	}
	thing, ok := who.Thing(d.A)
	if !ok {
		return nothing(fmt.Errorf("no article speaks of %s", d.A))
	}
	d.Of = strings.TrimPrefix(d.Of, "a:")
	if thing.Has(d.By, d.Of) {
		return nil
	}
	there, what := thing.Articles, "article %s does not speak of %s; these do: %s"
	if d.By == "name" {
		there, what = thing.Names, "%q is no name of %s; its names: %s"
	}
	const most = 10
	list := strings.Join(there[:min(most, len(there))], "; ")
	if len(there) > most {
		list += fmt.Sprintf(" and %d more", len(there)-most)
	}
	return usage(fmt.Errorf(what, d.Of, d.A, plain(list)))
}
