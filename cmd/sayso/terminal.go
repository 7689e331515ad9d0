package main

import (
	"bytes"
	"io"
	"os"
	"strings"

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

// data is where quads, trees and lines for other programs go: as they are, but on a terminal without what that would obey.
func (p *program) data() io.Writer {
	if p.terminal() {
		return &plainWriter{w: p.stdout}
	}
	return p.stdout
}

// plainWriter writes text line by line, each as [plain] makes it.
type plainWriter struct {
	w    io.Writer
	held []byte // of a line that has not ended
}

// Write implements io.Writer.
func (p *plainWriter) Write(text []byte) (int, error) {
	p.held = append(p.held, text...)
	end := bytes.LastIndexByte(p.held, '\n') + 1
	var b strings.Builder
	for line := range strings.Lines(string(p.held[:end])) {
		for i, field := range strings.Split(strings.TrimSuffix(line, "\n"), "\t") {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(plain(field))
		}
		b.WriteByte('\n')
	}
	p.held = append(p.held[:0], p.held[end:]...)
	_, err := io.WriteString(p.w, b.String())
	return len(text), err
}
