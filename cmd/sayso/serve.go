package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"syscall"

	"github.com/spf13/cobra"

	"sayso/queries"
	"sayso/queries/answer"
	"sayso/queries/web"
)

// door is who may come in, as the flags say.
type door struct {
	address   string
	listen    string
	tokenFile string
	hosts     []string
	origins   []string
	own       ownQueries
}

func (p *program) serve() *cobra.Command {
	var d door
	c := &cobra.Command{
		Use:   "serve",
		Short: "answer over HTTP on this machine",
		Long: `Serve answers over HTTP: Cayley's /api/v1 and /api/v2 for the clients that exist, sayso's own
/api/sayso/v1, saved queries as /q/NAME.csv, and the graph in the formats that other tools open. GET /
lists the paths, /openapi.json describes them. Ctrl-C ends it.

It listens on a loopback address, unless --listen says otherwise, and takes no writes, unless --token-file
names a file of lines such as "write 6f1c0d…" or "read 93ab77…". Writing takes a token with write scope;
reading takes one where other machines reach the address.`,
		Example: `  sayso serve &
  curl 'http://127.0.0.1:64210/api/sayso/v1/ask?q=Who+led+the+Jeddah+talks'
  (umask 077; echo "write $(openssl rand -hex 20)" > tokens)
  sayso serve --listen 192.168.1.5:64210 --token-file tokens --host graph.example.org`,
		Args: exactly(),
		RunE: func(c *cobra.Command, args []string) error { return p.serveBehind(c.Context(), d) },
	}
	f := c.Flags()
	f.StringVar(&d.address, "address", "127.0.0.1:64210", "loopback address to serve on")
	f.StringVar(&d.listen, "listen", "", "any other address to serve on; takes --token-file")
	f.StringVar(&d.tokenFile, "token-file", "", `file of lines "read TOKEN" and "write TOKEN", which others cannot read`)
	f.StringArrayVar(&d.hosts, "host", nil, "a name under which others reach this server")
	f.StringArrayVar(&d.origins, "allow-origin", nil, "an origin whose pages may read and write, such as https://example.org")
	d.own.add(c)
	return c
}

func (p *program) serveBehind(ctx context.Context, d door) error {
	o := web.Options{Hosts: d.hosts, Origins: d.origins, Log: p.stderr}
	for _, origin := range d.origins {
		if err := web.CheckOrigin(origin); err != nil {
			return usage(fmt.Errorf("--allow-origin %s: %w", origin, err))
		}
	}
	if d.tokenFile != "" {
		var err error
		if o.Tokens, err = web.ReadTokenFile(d.tokenFile); err != nil {
			return usage(fmt.Errorf("--token-file: %w", err))
		}
	}
	l, err := d.open(ctx, &o)
	if err != nil {
		return err
	}
	return p.live(serving, func(live *answer.Live) error {
		if d.tokenFile != "" && d.own.dir != "" {
			if err := os.MkdirAll(d.own.dir, 0o700); err != nil {
				return fmt.Errorf("queries: %w", err)
			}
			o.Save = d.own.write
		}
		defer p.tellAddress(l.Addr())()
		fmt.Fprintf(p.stderr, "serving %s on http://%s\n", p.dir, l.Addr())
		return d.own.use(func(shelf queries.Shelf) error {
			o.Shelf = shelf
			return web.Serve(ctx, l, live, o)
		})
	})
}

// open takes the address before the store, so that one that is refused changes nothing.
func (d door) open(ctx context.Context, o *web.Options) (l net.Listener, err error) {
	address := d.address
	if d.listen != "" {
		address = d.listen
	}
	l, o.Open, err = web.Listen(ctx, address, o.Tokens)
	switch {
	case err == nil && o.Open && d.listen == "":
		l.Close()
		return nil, usage(fmt.Errorf("--address %s: other machines reach it; --listen takes such an address", address))
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, usage(fmt.Errorf("another process listens on %s; give another address, such as --address 127.0.0.1:0 for any port that is free", address))
	case err != nil && !errors.As(err, new(*net.OpError)), errors.Is(err, fs.ErrPermission):
		return nil, usage(err)
	}
	return l, err
}

// serving is how many queries run at the same time; those that take long give way to the others.
const serving = 12
