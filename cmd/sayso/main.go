// Command sayso reads news, writes a knowledge graph of who did what to whom, when, and on
// whose say-so, and answers questions about it, each with the quote it rests on.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"sayso/queries/sandbox"
)

func main() {
	sandbox.Main()
	readingTask().Main()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes one command line and returns the process's exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once

	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil {
		fmt.Fprintln(stderr, "sayso: "+interruption(err))
		return exitInterrupted
	}
	for line := range strings.Lines(said(err)) {
		if text := strings.ReplaceAll(strings.TrimRight(line, "\n"), "\t", "  "); text != "" {
			fmt.Fprintln(stderr, "sayso: "+plain(text))
		}
	}
	if !p.started {
		return exitUsage
	}
	return exitCode(err)
}

// said is the text of an error, in which a file that is not there is told in one way whoever looked for it.
func said(err error) string {
	text := err.Error()
	var file *fs.PathError
	if errors.As(err, &file) && errors.Is(file.Err, fs.ErrNotExist) {
		text = strings.Replace(text, file.Error(), file.Path+": "+noFile, 1)
	}
	return text
}

const noFile = "no such file or folder"

// interruption is what to say of an error that an interrupt caused.
func interruption(err error) string {
	var exit *exitError
	if errors.As(err, &exit) && exit.code == exitInterrupted {
		return exit.Error()
	}
	return "interrupted; what was acknowledged is kept"
}
