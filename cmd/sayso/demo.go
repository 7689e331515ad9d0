package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"sayso/data"
	"sayso/graph/store"
	"sayso/queries/answer"
)

// demoDir is where the demonstration keeps its graph.
const demoDir = "./sayso-demo"

func (p *program) demo() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "read the five sample articles and answer four questions",
		Long: `Demo builds a graph of the five sample articles that the program carries into ` + demoDir + `,
tells what it read and found, and answers four questions, each with the quotes it rests on.`,
		Args: exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			p.dir = demoDir
			s, err := p.create()
			if err != nil {
				return err
			}
			return errors.Join(p.demonstrate(c.Context(), s), s.Close())
		},
	}
}

func (p *program) demonstrate(ctx context.Context, s *store.Store) error {
	articles, err := fs.Sub(data.Articles, "articles")
	if err != nil {
		return err
	}
	found, err := folder(articles, "data/articles")
	if err != nil {
		return err
	}
	done, err := p.buildInto(ctx, s, found)
	if err != nil {
		return err
	}
	if err := p.tellFound(s, done); err != nil {
		return err
	}
	parser, err := p.model()
	if err != nil {
		return err
	}
	live := answer.NewLive(s, parser, 1)
	defer live.Close()
	for question := range strings.Lines(data.Questions) {
		if err := p.demonstrateAnswer(ctx, live, strings.TrimSpace(question)); err != nil {
			return err
		}
	}
	fmt.Fprintf(p.stdout, `Now type, for instance:

  sayso ask --store %[1]s "Who accused Zelensky?"
  sayso query --store %[1]s 'g.V("Trump").Out("ordered").All()'
  sayso show --store %[1]s "Marco Rubio"
  sayso build --store ./sayso-data FOLDER-WITH-YOUR-ARTICLES
`, demoDir)
	return nil
}

func (p *program) tellFound(s *store.Store, done *tally) error {
	stats, err := s.Stats()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Read %s and found %s about %s, in the words of %s.\nThe graph of %s stands in %s.\n\n",
		count(done.read, "sample article"), count(done.claims, "claim"), count(stats.Entities, "entity"),
		count(stats.Voices, "voice"), count(int(stats.Quads), "quad"), demoDir)
	return nil
}

func (p *program) demonstrateAnswer(ctx context.Context, live *answer.Live, question string) error {
	fmt.Fprintf(p.stdout, "? %s\n", question)
	found, err := live.Ask(ctx, question, "")
	if err != nil {
		return err
	}
	if err := found.WriteText(p.stdout, p.style()); err != nil {
		return err
	}
	fmt.Fprintln(p.stdout)
	return nil
}
