package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"sayso/queries"
)

func (p *program) save() *cobra.Command {
	var own ownQueries
	var text string
	var replace bool
	c := &cobra.Command{
		Use:   "save NAME [FILE | -]",
		Short: "save a query under a name",
		Long: `Save keeps a Gizmo query in your own folder, for sayso run NAME: from a file, from stdin ("-"), or given as --query.
Its leading comment is its title, its description, and a line for each parameter, which the query sees as params.NAME:

  // Who led what
  // param who string: the name of somebody
  // param limit number = 10: how many rows at most

A type is string, number, boolean or date; a parameter without a default must be given.`,
		Example: `  sayso save led --query 'g.V("Rubio").Out("led").All()'
  sayso save led led.js --replace`,
		Args: between(1, "a NAME", "a FILE (or -, or --query)"),
		RunE: func(c *cobra.Command, args []string) error {
			if (len(args) == 2) == (text != "") {
				return usage(errors.New("save takes the query from a FILE, from stdin (-), or from --query"))
			}
			if text == "" {
				read, err := p.textOf(args[1])
				if err != nil {
					return err
				}
				text = read
			}
			if err := own.save(args[0], text, replace); err != nil {
				return err
			}
			p.say("saved; sayso run %s runs it", args[0])
			return nil
		},
	}
	c.Flags().StringVar(&text, "query", "", "the query itself")
	c.Flags().BoolVar(&replace, "replace", false, "replace the query of that name")
	own.add(c)
	return c
}

// textOf is a file, or stdin where it is called "-".
func (p *program) textOf(file string) (string, error) {
	if file == "-" {
		text, err := io.ReadAll(io.LimitReader(p.stdin, queries.MaxText+1))
		return string(text), err
	}
	text, err := os.ReadFile(file)
	return string(text), err
}

// save writes a query into the folder, once it is known to be one.
func (o *ownQueries) save(name, text string, replace bool) error {
	q, err := queries.NewSaved(name, text)
	if err != nil {
		return usage(err)
	}
	err = o.write(name, q.Text, replace)
	if errors.Is(err, fs.ErrExist) {
		return usage(fmt.Errorf("there is a query %s already; --replace replaces it", name))
	}
	return err
}

// write makes the folder where it is not there.
func (o *ownQueries) write(name, text string, replace bool) error {
	if err := os.MkdirAll(o.dir, 0o700); err != nil {
		return fmt.Errorf("queries: %w", err)
	}
	root, err := os.OpenRoot(o.dir)
	if err != nil {
		return fmt.Errorf("queries: %w", err)
	}
	return errors.Join(writeIn(root, name, text, replace), root.Close())
}

func writeIn(root *os.Root, name, text string, replace bool) error {
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if replace {
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := root.OpenFile(name+".js", flags, 0o600)
	if err != nil {
		return fmt.Errorf("save %s: %w", name, err)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}
