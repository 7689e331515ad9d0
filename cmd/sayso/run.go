package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"sayso/queries"
	"sayso/queries/web"
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
		err = p.runScript(ctx, script, limits)
		if exitCode(err) == exitNothing {
			return p.unknownName(saved, given, err)
		}
		return err
	})
}

// unknownName tells of a query that found nothing, where a name given to it is nobody's, which names are near.
func (p *program) unknownName(saved queries.SavedQuery, given map[string]string, found error) error {
	s, err := p.open()
	if err != nil {
		return err
	}
	for _, param := range saved.Params {
		name := given[param.Name]
		if name == "" || !web.IsName(param) || strings.HasPrefix(name, "<") {
			continue
		}
		if _, err := things(s, name); err != nil {
			found = err
		}
	}
	return errors.Join(found, s.Close())
}
