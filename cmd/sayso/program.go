package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/data"
	"sayso/extract"
	"sayso/extract/parse"
	"sayso/graph/quadstore"
	"sayso/graph/store"
)

// program is one run: its streams and the flags that every command has.
type program struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	dir    string // of the store
	quiet  bool
	jobs   int

	noOriginals bool     // build keeps none
	floor       float64  // of the confidence of claims
	fetcher     *fetcher // nil: nothing is fetched from the network

	started bool // the command line was understood
	command *cobra.Command
	args    []string // of the command
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "sayso",
		Short: "news in, a knowledge graph out: who did what to whom, when, and on whose say-so",
		Long: `sayso reads news and writes a knowledge graph: who did what to whom, when, and on whose say-so.
Every claim carries a receipt: the exact quote and where it stands.

Begin with "sayso demo".

Exit status:
  0    done                              5    no room on the disk
  1    an internal error                 6    a limit or a timeout
  2    wrong usage, or nothing to read   7    some files or articles failed, the others are done
  3    the store is damaged              8    nothing found
  4    another process has the store     130  interrupted; the same command goes on`,
		SilenceErrors: true,
		SilenceUsage:  true,

		PersistentPreRunE: func(c *cobra.Command, args []string) error {
			if p.jobs < 1 {
				return fmt.Errorf("--jobs %d: want 1 or more", p.jobs)
			}
			if err := quadstore.CheckAddress(p.dir); err != nil {
				return fmt.Errorf("--store: %w", err)
			}
			p.started, p.command, p.args = true, c, args
			return nil
		},
	}
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	root.SetFlagErrorFunc(badFlag)

	flags := root.PersistentFlags()
	flags.StringVar(&p.dir, "store", defaultStore(), "folder of the store, or postgres://USER@HOST/DATABASE (or $SAYSO_STORE)")
	flags.BoolVar(&p.quiet, "quiet", false, "no progress on stderr")
	flags.IntVar(&p.jobs, "jobs", runtime.NumCPU(), "articles read at the same time")

	root.AddGroup(
		&cobra.Group{ID: "read", Title: "Read news:"},
		&cobra.Group{ID: "ask", Title: "Ask the graph:"},
		&cobra.Group{ID: "keep", Title: "Keep the graph:"},
		&cobra.Group{ID: "who", Title: "Say who is who:"},
		&cobra.Group{ID: "model", Title: "Models:"},
	)
	add := func(group string, commands ...*cobra.Command) {
		for _, c := range commands {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	add("read", p.demo(), p.build(), p.extract(), p.parse(), p.whyNot())
	add("ask", p.ask(), p.query(), p.queries(), p.show(), p.serve(), p.mcp())
	add("keep", p.export(), p.load(), p.article(), p.remove(), p.stats())
	add("ask", p.path(), p.conflicts(), p.timeline(), p.compare(), p.why(), p.runQuery(), p.save())
	add("keep", p.problems(), p.verify(), p.backup(), p.restore())
	add("who", p.entities(), p.merge(), p.apart(), p.splitOff(), p.undo(), p.review())
	add("model", p.train(), p.eval())

	root.AddCommand(p.version())
	return root
}

func defaultStore() string {
	if dir := os.Getenv("SAYSO_STORE"); dir != "" {
		return dir
	}
	return "./sayso-data"
}

// open opens the store that is there already.
func (p *program) open() (*store.Store, error) {
	s, err := store.OpenExisting(p.dir)
	if err == store.ErrNoStore {
		return nil, fmt.Errorf("open %s: %w; sayso build PATH… makes one", p.dir, err)
	}
	return s, p.unopened(err)
}

// create opens the store, and makes it where there is none.
func (p *program) create() (*store.Store, error) {
	s, err := store.Open(p.dir)
	return s, p.unopened(err)
}

// unopened says of a store that could not be opened which it is, and who has it.
func (p *program) unopened(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("open %s: %w%s", p.dir, err, p.served(err))
}

// model loads the parser embedded in the binary.
func (p *program) model() (*parse.Model, error) { return parse.Load(data.Models) }

// confidence loads the judge of claims embedded in the binary.
func (p *program) confidence() (*extract.Confidence, error) {
	c, err := extract.LoadConfidence(data.Models)
	if err != nil {
		return nil, err
	}
	c.Floor = p.floor
	return c, nil
}

// takeFloor adds the flag that sets the floor.
func (p *program) takeFloor(c *cobra.Command) {
	c.Flags().Func("floor", "leave out claims whose confidence is below `NUMBER`, 0 to 1", func(arg string) error {
		floor, err := strconv.ParseFloat(arg, 64)
		if err != nil || !(floor >= 0 && floor <= 1) {
			return errors.New("want a number from 0 to 1")
		}
		p.floor = floor
		return nil
	})
}

// say prints a line of progress.
func (p *program) say(format string, args ...any) {
	if !p.quiet {
		fmt.Fprintf(p.stderr, format+"\n", args...)
	}
}

// exactly is cobra.ExactArgs with an error that names the argument that is missing.
func exactly(names ...string) cobra.PositionalArgs {
	return between(len(names), names...)
}

// between is exactly for a command that can do without the arguments after the first so many.
func between(least int, names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= len(names) {
			return nil
		}
		takes := "no argument"
		if len(names) > 0 {
			takes = strings.Join(names, " and ")
		}
		if least == 0 && len(names) > 0 {
			takes += " at most"
		}
		return fmt.Errorf("%s takes %s, not %s; see: %s --help", c.Name(), takes, count(len(args), "argument"), c.CommandPath())
	}
}

// some asks for one argument or more.
func some(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return nil
		}
		return fmt.Errorf("%s needs at least one %s; see: %s --help", c.Name(), name, c.CommandPath())
	}
}

// oneOf checks a flag's value against what it may be.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return usage(fmt.Errorf("--%s %s: want one of %s", flag, value, strings.Join(allowed, ", ")))
}
