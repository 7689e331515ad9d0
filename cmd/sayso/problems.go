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
		Long: `Problems lists what builds could not read, skipped since it is no article to read, or read in part: the file and the place in it, the reason,
and since when. A problem goes with its cause, when the file (or the folder, if the file is gone) is built again; "sayso remove" takes it away, too.
Where the reason is in an article's text, "sayso why-not FILE:PLACE" says more.`,
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
		switch {
		case problem.Skipped:
			text = "skipped: " + text
		case problem.Part:
			text = "in part: " + text
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", plain(problem.File), plain(text), problem.Since.Local().Format("2006-01-02 15:04"))
	}
	if len(problems) > 0 {
		defer p.say("a problem goes when its file is mended, or gone, and what was built is built again")
	}
	return t.Flush()
}
