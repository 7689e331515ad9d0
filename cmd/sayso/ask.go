package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sayso/queries/answer"
)

func (p *program) ask() *cobra.Command {
	var format, article string
	var showQuery bool
	c := &cobra.Command{
		Use:   "ask QUESTION",
		Short: "answer an English question, with the quotes it rests on",
		Long: `Ask answers an English question: who, whom, what, when, where, how long, how many, yes or no,
which articles, "according to X". An answer is a name, a date, a number or a short phrase that a
claim of the graph holds, and each comes with its quotes. What the graph does not say is not answered.

"-" reads many questions from stdin, one a line.`,
		Example: `  sayso ask "Who ordered the suspension of intelligence sharing?"`,
		Args:    exactly("a QUESTION"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if strings.TrimSpace(args[0]) == "" {
				return usage(errors.New(`a question is wanted: sayso ask "Who met whom?"`))
			}
			return p.live(1, func(live *answer.Live) error {
				if err := known(live, article); err != nil {
					return err
				}
				return p.askAll(c.Context(), live, questions(args[0], p.stdin), article, func(r answer.Reply) error {
					if format == "json" {
						return jsonLines(p.stdout).Encode(r)
					}
					return p.writeReply(r, args[0] == "-", showQuery)
				})
			})
		},
	}
	flags := c.Flags()
	flags.StringVar(&format, "format", "text", "text, or json (an object a question)")
	flags.StringVar(&article, "article", "", "ID of the article whose claims alone count")
	flags.BoolVar(&showQuery, "show-query", false, "print the Gizmo that the question became")
	return c
}

// known refuses an article that the graph does not hold; no article at all means any.
func known(live *answer.Live, article string) error {
	if article == "" {
		return nil
	}
	if _, err := live.Text(article); err != nil {
		return noArticle(live.Store, article)
	}
	return nil
}

// questions are the argument itself, or the lines of stdin where it is "-".
func questions(argument string, stdin io.Reader) func(func(string, error) bool) {
	return func(yield func(string, error) bool) {
		if argument != "-" {
			yield(argument, nil)
			return
		}
		lines := bufio.NewScanner(stdin)
		for lines.Scan() {
			if q := strings.TrimSpace(lines.Text()); q != "" && !yield(q, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield("", usage(fmt.Errorf("stdin: %w", err)))
		}
	}
}

// askAll answers each question. The exit code says "nothing found" where none had an answer.
func (p *program) askAll(ctx context.Context, live *answer.Live, all func(func(string, error) bool), article string, write func(answer.Reply) error) error {
	asked, answered := false, false
	for question, err := range all {
		if err != nil {
			return err
		}
		reply, err := live.Ask(ctx, question, article)
		if err != nil {
			return err
		}
		asked, answered = true, answered || len(reply.Answers) > 0
		if err := write(reply); err != nil {
			return err
		}
	}
	switch {
	case !asked:
		return usage(errors.New("stdin holds no question; it takes one a line"))
	case !answered:
		return nothing(nil)
	}
	return nil
}

func (p *program) writeReply(r answer.Reply, withQuestion, withQuery bool) error {
	if withQuestion {
		fmt.Fprintf(p.stdout, "? %s\n", plain(r.Question))
	}
	if err := r.WriteText(p.stdout, p.style()); err != nil {
		return err
	}
	if withQuery {
		fmt.Fprintln(p.stdout)
		for line := range strings.Lines(r.Query) {
			fmt.Fprintln(p.stdout, plain(strings.TrimRight(line, "\n")))
		}
	}
	return nil
}
