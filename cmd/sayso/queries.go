package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/queries"
)

func (p *program) queries() *cobra.Command {
	var limits limitFlags
	var params []string
	c := &cobra.Command{
		Use:   "queries [NAME]",
		Short: "list the saved queries, or run one",
		Long:  `Queries lists the saved queries with their parameters, or runs the one named.`,
		Example: `  sayso queries
  sayso queries who_did_what --param who=Rubio
  sayso queries between --param one="Donald Trump" --param other=Zelensky`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := limits.check(); err != nil {
				return err
			}
			if len(args) == 0 {
				return listQueries(p.stdout)
			}
			given, err := pairs(params)
			if err != nil {
				return err
			}
			saved, err := queries.LoadSaved(args[0])
			if err != nil {
				return usage(err)
			}
			script, err := saved.Script(given)
			if err != nil {
				return usage(err)
			}
			return p.runScript(c.Context(), script, limits)
		},
	}
	c.Flags().StringArrayVar(&params, "param", nil, "a parameter as NAME=VALUE; may be repeated")
	limits.add(c)
	return c
}

// pairs reads NAME=VALUE arguments.
func pairs(args []string) (map[string]string, error) {
	given := make(map[string]string)
	for _, a := range args {
		name, value, ok := strings.Cut(a, "=")
		if !ok {
			return nil, usage(fmt.Errorf("--param %s: want NAME=VALUE", a))
		}
		given[name] = value
	}
	return given, nil
}

func listQueries(w io.Writer) error {
	saved, err := queries.Saved()
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, s := range saved {
		fmt.Fprintf(t, "%s\t%s\n", s.Name, s.Title)
		for _, param := range s.Params {
			fmt.Fprintf(t, "  --param %s\t%s\n", usageOf(param), param.Description)
		}
	}
	return t.Flush()
}

// usageOf is how a parameter is written: NAME=STRING, or [NAME=DEFAULT] where it may be left out.
func usageOf(p queries.Param) string {
	if p.Optional {
		return "[" + p.Name + "=" + p.Default + "]"
	}
	return p.Name + "=" + strings.ToUpper(string(p.Type))
}
