// Command sayso reads news, writes a knowledge graph of who did what to whom, when, and on
// whose say-so, and answers questions about it, each with the quote it rests on.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"sayso/queries/sandbox"
)

func main() {
	sandbox.Main()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes one command line and returns the process's exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	if message := err.Error(); message != "" {
		fmt.Fprintln(stderr, "sayso: "+message)
	}
	switch {
	case ctx.Err() != nil:
		return exitInterrupted
	case !p.started:
		return exitUsage
	}
	return exitCode(err)
}
