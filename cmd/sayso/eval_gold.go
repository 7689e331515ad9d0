package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/extract/eval"
	"sayso/graph"
	"sayso/graph/identity"
)

// goldFacts are the files of facts below the folder of gold, with the articles that each is about.
func goldFacts(gold, data string) map[string]string {
	return map[string]string{
		filepath.Join(gold, "seed-facts.jsonl"): filepath.Join(data, "articles"),
		filepath.Join(gold, "news-facts.jsonl"): filepath.Join(gold, "news"),
	}
}

func (p *program) evalGold() *cobra.Command {
	var gold, from, output, only string
	var missed bool
	c := &cobra.Command{
		Use:   "gold [FACTS.jsonl]",
		Short: "score claims against facts written down by hand",
		Long: `Gold looks for the facts of the seed articles and of six articles of Wikinews among the claims, or for
those of a file among the claims of --output, and prints the share that was found.`,
		Example: "  sayso eval gold\n  sayso eval gold facts.jsonl --output claims.jsonl --missed\n  sayso eval gold --only extract/eval/testdata/pronoun_facts.txt",
		Args:    between(0, "a FOLDER"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 || output != "" {
				if len(args) != 1 || output == "" {
					return usage(fmt.Errorf("sayso eval gold takes FACTS.jsonl and --output CLAIMS.jsonl together"))
				}
				claims, err := readGold("", output, eval.ReadClaims)
				if err != nil {
					return err
				}
				return p.scoreFacts(args[0], claims, only, missed)
			}
			for _, facts := range []string{"seed-facts.jsonl", "news-facts.jsonl"} {
				facts = filepath.Join(gold, facts)
				claims, err := p.claimsOf(c.Context(), goldFacts(gold, from)[facts])
				if err != nil {
					return err
				}
				if err := p.scoreFacts(facts, claims, only, missed); err != nil {
					return err
				}
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.StringVar(&gold, "gold", "../shared/gold", "folder of the gold")
	flags.StringVar(&from, "data", corpora, "folder of the corpora")
	flags.StringVar(&output, "output", "", "score these claims instead of sayso's own")
	flags.StringVar(&only, "only", "", "file that lists the facts to score by their ids")
	flags.BoolVar(&missed, "missed", false, "list the facts that were not found")
	return c
}

func (p *program) scoreFacts(name string, claims []graph.Claim, only string, missed bool) error {
	facts, err := readGold("", name, eval.ReadFacts)
	if err != nil {
		return err
	}
	if only != "" {
		if facts, err = listed(facts, only); err != nil || len(facts) == 0 {
			return err
		}
	}
	scores := eval.Facts(facts, claims)
	if missed {
		for _, f := range scores.Missed {
			fmt.Fprintln(p.stdout, "missed", f.ID)
		}
	}
	_, err = fmt.Fprintf(p.stdout, "%s\n%s\n", filepath.Base(name), scores)
	return err
}

// listed are the facts whose ids stand in a file.
func listed(facts []eval.Fact, file string) ([]eval.Fact, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	ids := strings.Fields(string(text))
	return slices.DeleteFunc(facts, func(f eval.Fact) bool { return !slices.Contains(ids, f.ID) }), nil
}

// claimsOf extracts the claims of a folder of articles.
func (p *program) claimsOf(ctx context.Context, folder string) ([]graph.Claim, error) {
	found, err := p.sources([]string{folder}, "")
	if err != nil {
		return nil, err
	}
	model, err := p.model()
	if err != nil {
		return nil, err
	}
	readings, err := p.read(ctx, found, model)
	if err != nil {
		return nil, err
	}
	good, err := p.split(readings)
	if err != nil {
		return nil, err
	}
	identity.New().Assign(articles(good))
	var claims []graph.Claim
	for _, a := range articles(good) {
		claims = append(claims, a.Claims...)
	}
	return claims, nil
}
