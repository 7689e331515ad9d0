package main

import (
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/graph/store"
)

func (p *program) problems() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "problems",
		Short: "print which articles could not be read, and why",
		Long: `Problems lists the files that a build could not read, or skipped since they hold no article to read, with the reason. A problem is gone when a later
build reads the file, or when "sayso remove" takes its article out.`,
		Args: exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "table", "jsonl"); err != nil {
				return err
			}
			s, err := p.open()
			if err != nil {
				return err
			}
			problems, err := s.Problems()
			if err == nil {
				err = p.writeProblems(problems, format)
			}
			return errors.Join(err, s.Close())
		},
	}
	c.Flags().StringVar(&format, "format", "table", "table or jsonl (a problem a line)")
	return c
}

func (p *program) writeProblems(problems []store.Problem, format string) error {
	if format == "jsonl" {
		lines := jsonLines(p.stdout)
		for _, problem := range problems {
			if err := lines.Encode(problem); err != nil {
				return err
			}
		}
		return nil
	}
	if len(problems) == 0 {
		p.say("no problems: all articles that a build was given were read")
	}
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	for _, problem := range problems {
		text := problem.Text
		if problem.Skipped {
			text = "skipped: " + text
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", plain(problem.File), plain(text), problem.Since.Local().Format("2006-01-02 15:04"))
	}
	return t.Flush()
}
