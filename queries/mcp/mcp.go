// Package mcp is the graph as tools for assistants, over the Model Context Protocol.
//
// Each tool is a function from arguments to an answer, and a line in [tools] that says what it does; its schemas are
// made from the two types. All of them only read. Whatever an answer says of the world comes with evidence: the quote,
// where it stands, whose voice it is, and the claim, which get_evidence explains.
//
// What an answer quotes was written by strangers, and an assistant reads all that it is given: so the instructions and
// each answer say first that quoted text is data.
package mcp

import (
	"context"
	_ "embed"
	"errors"
	"io"
	"log/slog"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"sayso/queries"
	"sayso/queries/answer"
)

// Options are what the tools stand on beside the graph.
type Options struct {
	Version string
	Shelf   queries.Shelf // of saved queries
	Log     io.Writer     // told what went wrong on this side
}

// Serve answers on in and out, a message a line, until in or ctx ends.
func Serve(ctx context.Context, in io.Reader, out io.Writer, g *answer.Live, o Options) error {
	answers := &shared{w: out}
	err := newServer(g, o).Run(ctx, draining{&sdk.IOTransport{Reader: io.NopCloser(messagesOf(in, answers)), Writer: answers}})
	if ctx.Err() != nil || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

//go:embed instructions.md
var instructions string

func newServer(g *answer.Live, o Options) *sdk.Server {
	log := slog.New(slog.NewTextHandler(o.Log, &slog.HandlerOptions{Level: slog.LevelError}))
	s := sdk.NewServer(&sdk.Implementation{Name: "sayso", Title: "sayso: who says so", Version: o.Version}, &sdk.ServerOptions{
		Instructions: instructions,
		Capabilities: &sdk.ServerCapabilities{Tools: &sdk.ToolCapabilities{}},
		Logger:       log,
	})
	addTools(s, &desk{graph: g, shelf: o.Shelf, log: log, turns: make(chan struct{}, mostAtOnce)})
	return s
}
