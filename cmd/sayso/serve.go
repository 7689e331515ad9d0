package main

import (
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"sayso/queries/answer"
	"sayso/queries/web"
)

func (p *program) serve() *cobra.Command {
	var address string
	c := &cobra.Command{
		Use:   "serve",
		Short: "answer over HTTP on this machine",
		Long: `Serve answers over HTTP on a loopback address: Cayley's /api/v2/query, /read and /formats, and
sayso's own /api/sayso/v1. It takes no writes. GET / lists the paths. Ctrl-C ends it.`,
		Example: `  sayso serve &
  curl 'http://127.0.0.1:64210/api/sayso/v1/ask?q=Who+led+the+Jeddah+talks'`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, args []string) error {
			return p.live(2, func(live *answer.Live) error {
				return web.Serve(c.Context(), address, live, func(at net.Addr) {
					fmt.Fprintf(p.stderr, "serving %s on http://%s\n", p.dir, at)
				})
			})
		},
	}
	c.Flags().StringVar(&address, "address", "127.0.0.1:64210", "loopback address to serve on")
	return c
}
