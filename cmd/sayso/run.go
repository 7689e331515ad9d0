package main

import (
	"context"

	"github.com/spf13/cobra"

	"sayso/queries"
)

func (p *program) runQuery() *cobra.Command {
	var limits limitFlags
	var own ownQueries
	var params []string
	c := &cobra.Command{
		Use:   "run NAME",
		Short: "run a saved query",
		Long:  `Run runs a saved query: one of those that come with sayso, or one of your own. sayso queries lists them with their parameters.`,
		Example: `  sayso run who_met_whom
  sayso run between --param one="Donald Trump" --param other=Zelensky`,
		Args:              exactly("the NAME of a query"),
		ValidArgsFunction: own.complete,
		RunE: func(c *cobra.Command, args []string) error {
			return p.runSaved(c.Context(), own, args[0], params, limits)
		},
	}
	c.Flags().StringArrayVar(&params, "param", nil, "a parameter as NAME=VALUE; may be repeated")
	limits.add(c)
	own.add(c)
	return c
}

func (p *program) runSaved(ctx context.Context, own ownQueries, name string, params []string, limits limitFlags) error {
	if err := limits.check(); err != nil {
		return err
	}
	given, err := pairs(params)
	if err != nil {
		return err
	}
	return own.use(func(shelf queries.Shelf) error {
		saved, err := shelf.Load(name)
		if err != nil {
			return usage(err)
		}
		script, err := saved.Script(given)
		if err != nil {
			return usage(err)
		}
		return p.runScript(ctx, script, limits)
	})
}
