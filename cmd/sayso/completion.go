package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph/identity"
	"sayso/graph/store"
)

// mostCompletions is how many names are offered to the shell at once.
const mostCompletions = 200

// completeEntities offers the names of things that begin with what is typed, or have a word that does, for the first
// so many arguments. Without a store there is nothing to offer, and no error: a shell would print it into the line.
func (p *program) completeEntities(arguments int) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		const none = cobra.ShellCompDirectiveNoFileComp
		if len(args) >= arguments {
			return nil, none
		}
		s, err := store.OpenExisting(p.dir)
		if err != nil {
			return nil, none
		}
		who, err := s.Registry()
		if errors.Join(err, s.Close()) != nil {
			return nil, none
		}
		var first, others []string
		for _, d := range who.Things() {
			switch name := identity.Fold(d.Name); {
			case strings.HasPrefix(name, identity.Fold(typed)):
				first = append(first, cobra.CompletionWithDesc(d.Name, string(d.Type)))
			case hasWord(d.Name, typed):
				others = append(others, cobra.CompletionWithDesc(d.Name, string(d.Type)))
			}
		}
		slices.Sort(first)
		slices.Sort(others)
		all := append(first, others...)
		return all[:min(len(all), mostCompletions)], none
	}
}

func hasWord(name, typed string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool { return strings.HasPrefix(identity.Fold(w), identity.Fold(typed)) })
}
