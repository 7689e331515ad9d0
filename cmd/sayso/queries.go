package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/queries"
)

func (p *program) queries() *cobra.Command {
	var limits limitFlags
	var own ownQueries
	var params []string
	c := &cobra.Command{
		Use:   "queries [NAME]",
		Short: "list the saved queries, or run one",
		Long: `Queries lists the saved queries with their parameters: those that come with sayso, and your own from the folder --queries.
Named, it runs one, as sayso run does.`,
		Example: `  sayso queries
  sayso queries who_did_what --param who=Rubio`,
		Args:              between(0, "the NAME of a query"),
		ValidArgsFunction: own.complete,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return own.list(p)
			}
			return p.runSaved(c.Context(), own, args[0], params, limits)
		},
	}
	c.Flags().StringArrayVar(&params, "param", nil, "a parameter as NAME=VALUE; may be repeated")
	limits.add(c)
	own.add(c)
	return c
}

// ownQueries is the folder in which a user keeps queries.
type ownQueries struct{ dir string }

func (o *ownQueries) add(c *cobra.Command) {
	c.Flags().StringVar(&o.dir, "queries", defaultQueries(), "folder of your own saved queries (or $SAYSO_QUERIES)")
}

// defaultQueries is where the system keeps what a program is set up with; "" where it does not say.
func defaultQueries() string {
	if dir := os.Getenv("SAYSO_QUERIES"); dir != "" {
		return dir
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "sayso", "queries")
}

// use hands the shelf of queries to fn while the folder is open. A folder that is not there holds no queries.
func (o *ownQueries) use(fn func(queries.Shelf) error) error {
	root, err := os.OpenRoot(o.dir)
	if o.dir == "" || errors.Is(err, fs.ErrNotExist) {
		return fn(queries.Shelf{})
	}
	if err != nil {
		return fmt.Errorf("queries: %w", err)
	}
	return errors.Join(fn(queries.Shelf{Own: root.FS()}), root.Close())
}

// list prints the queries; what cannot be read is told beside them.
func (o *ownQueries) list(p *program) error {
	return o.use(func(shelf queries.Shelf) error {
		found, err := shelf.List()
		if err != nil {
			p.say("sayso: %v", err)
		}
		return listQueries(p.stdout, found)
	})
}

// complete offers the names of queries to the shell.
func (o *ownQueries) complete(_ *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	_ = o.use(func(shelf queries.Shelf) error {
		found, err := shelf.List()
		for _, q := range found {
			names = append(names, cobra.CompletionWithDesc(q.Name, q.Title))
		}
		return err
	})
	return names, cobra.ShellCompDirectiveNoFileComp
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

func listQueries(w io.Writer, saved []queries.SavedQuery) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, s := range saved {
		title := s.Title
		if s.Own {
			title += " (yours)"
		}
		fmt.Fprintf(t, "%s\t%s\n", s.Name, plain(title))
		for _, param := range s.Params {
			fmt.Fprintf(t, "  --param %s\t%s\n", usageOf(param), plain(param.Description))
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
