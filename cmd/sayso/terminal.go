package main

import (
	"io"
	"os"

	"sayso/queries/answer"
)

// terminal tells whether somebody reads stdout.
func (p *program) terminal() bool { return isTerminal(p.stdout) }

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// style sets answers in bold and quotes in grey where somebody reads them and wants colour (no-color.org).
func (p *program) style() answer.Style {
	if !p.terminal() || os.Getenv("NO_COLOR") != "" {
		return answer.Style{}
	}
	return answer.Style{
		Answer: func(s string) string { return "\x1b[1m" + s + "\x1b[0m" },
		Quote:  func(s string) string { return "\x1b[2m" + s + "\x1b[0m" },
	}
}
