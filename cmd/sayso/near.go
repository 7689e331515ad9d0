package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sayso/graph/store"
)

// mostNear is how many names are held out to who mistypes one.
const mostNear = 3

// near are those of some words, so many at most, that are spelt nearly as what was typed or begin so, the nearest first.
func near(typed string, known []string) []string {
	far := map[string]int{}
	for _, word := range known {
		n := stretch(strings.ToLower(typed), strings.ToLower(word))
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
	return found[:min(mostNear, len(found))]
}

// stretch is how long what differs is, between what two words begin and end with alike: 1 where a letter is wrong, missing
// or too many, 2 where two are in the wrong order.
func stretch(a, b string) int {
	shorter, longer := min(len(a), len(b)), max(len(a), len(b))
	begin, end := 0, 0
	for begin < shorter && a[begin] == b[begin] {
		begin++
	}
	for end < shorter-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return longer - begin - end
}

// meant holds out the names that are near, or else says what to do.
func meant(names []string, otherwise string) string {
	if len(names) == 0 {
		return otherwise
	}
	return "did you mean " + strings.Join(names, ", or ") + "?"
}

// nobody says that nothing has a name, and which names are near.
func nobody(s *store.Store, name string) error {
	return nothing(fmt.Errorf("no entity is called %q; %s", name, meant(s.Near(name, mostNear), "sayso entities lists what the graph speaks of")))
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
	return nothing(fmt.Errorf("no article %q; %s", id, meant(nearArticles(s, id), "sayso stats lists the articles")))
}

// badFlag says of a flag that is not there which is near.
func badFlag(c *cobra.Command, err error) error {
	hint := "see: " + c.CommandPath() + " --help"
	var flags []string
	c.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	if typed, ok := strings.CutPrefix(err.Error(), "unknown flag: "); ok {
		if found := near(typed, flags); len(found) > 0 {
			hint = meant(found, "") + " " + hint
		}
	}
	return fmt.Errorf("%w; %s", err, hint)
}
