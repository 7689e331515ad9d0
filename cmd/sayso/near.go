package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sayso/graph/store"
	"sayso/queries"
)

// near are those of some words, so many at most, that are spelt nearly as what was typed or begin so, the nearest first.
func near(typed string, known []string) []string {
	far := map[string]int{}
	for _, word := range known {
		n := queries.Distance(strings.ToLower(typed), strings.ToLower(word))
		begins := len(typed) > 1 && strings.HasPrefix(strings.ToLower(word), strings.ToLower(typed))
		if begins || n <= 2 && 2*n < len(word) {
			far[word] = n
		}
	}
	var found []string
	for word := range far {
		found = append(found, word)
	}
	slices.SortFunc(found, func(a, b string) int { return cmp.Or(far[a]-far[b], cmp.Compare(a, b)) })
	return found[:min(queries.MostNear, len(found))]
}

// nobody says that nothing has a name, and which names are near.
func nobody(s *store.Store, name string) error {
	return nothing(errors.New(queries.Nobody(s, name, "sayso entities lists what the graph speaks of")))
}

// nearArticles are the IDs of articles that are near to one that is not there.
func nearArticles(s *store.Store, id string) []string {
	articles, err := s.Articles()
	if err != nil {
		return nil
	}
	var ids []string
	for _, a := range articles {
		ids = append(ids, a.ID)
	}
	return near(id, ids)
}

// noArticle says that there is no article of an ID, and which are near.
func noArticle(s *store.Store, id string) error {
	return nothing(fmt.Errorf("no article %q; %s", id, queries.Meant(nearArticles(s, id), "sayso stats lists the articles")))
}

// badFlag says of a flag that is not there which is near.
func badFlag(c *cobra.Command, err error) error {
	hint := "see: " + c.CommandPath() + " --help"
	var flags []string
	c.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	if typed, ok := strings.CutPrefix(err.Error(), "unknown flag: "); ok {
		if found := near(typed, flags); len(found) > 0 {
			hint = queries.Meant(found, "") + " " + hint
		}
	}
	return fmt.Errorf("%w; %s", err, hint)
}
