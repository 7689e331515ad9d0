package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/graph/quadstore"
	"sayso/queries"
	"sayso/queries/answer"
	"sayso/queries/mcp"
)

func (p *program) mcp() *cobra.Command {
	var own ownQueries
	var register bool
	c := &cobra.Command{
		Use:   "mcp",
		Short: "give an assistant the graph as tools (MCP over stdio)",
		Long: `Mcp speaks the Model Context Protocol on stdin and stdout, until stdin ends. An assistant starts it; the tools only read:
search_entities, ask, run_query, find_path, get_evidence, list_saved_queries, run_saved_query, conflicts, timeline. Whatever they say comes
with evidence: the quote, where it stands, and whose voice it is.

--register prints the lines that tell an assistant of it, to go into claude_desktop_config.json or the like. One process at a time opens a store
in a folder: to use it elsewhere meanwhile, give the assistant a copy (sayso backup, sayso restore) or keep it in PostgreSQL.`,
		Example: "  sayso mcp --register --store ./news",
		Args:    exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			if register {
				return p.register()
			}
			return p.live(2, func(live *answer.Live) error {
				return own.use(func(shelf queries.Shelf) error {
					p.say("serving %s to an assistant on stdin and stdout", p.dir)
					return mcp.Serve(c.Context(), p.stdin, p.stdout, live, mcp.Options{Version: release, Shelf: shelf, Log: p.stderr})
				})
			})
		},
	}
	c.Flags().BoolVar(&register, "register", false, "print the configuration of an assistant, and end")
	own.add(c)
	return c
}

// register prints this program and its store by their full paths: an assistant starts it wherever it likes.
func (p *program) register() error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	at := p.dir
	if !quadstore.Remote(at) {
		if at, err = filepath.Abs(at); err != nil {
			return err
		}
	}
	type server struct {
		Command string   `json:"command"`
		Args    []string `json:"args"`
	}
	text := json.NewEncoder(p.stdout)
	text.SetIndent("", "  ")
	text.SetEscapeHTML(false)
	return text.Encode(map[string]any{"mcpServers": map[string]server{"sayso": {program, []string{"mcp", "--store", at}}}})
}
