package document

import (
	"strings"
	"testing"
)

// What is no prose is cut out, however long it is, and what stands around it is read.
func TestDataIsSkipped(t *testing.T) {
	const before, after = "The mayor praised the crew of the ferry.", "Anna Lindqvist reopened the harbour."
	for name, c := range map[string]struct{ data, why string }{
		"one word": {strings.Repeat("a", 1<<20), "bytes without a blank are data, no words"},
		"base64":   {strings.Repeat("QmFzZTY0+/", 4000), "bytes without a blank are data, no words"},
		"no stop":  {strings.Repeat("harbour and ferry ", 2000), "bytes no sentence ends: a table or a list"},
		"numbers":  {strings.Repeat("1.5 2,75 harbour ", 2000), "bytes no sentence ends: a table or a list"},
	} {
		for _, gap := range []string{"\n\n", " "} {
			d := read(t, before+gap+c.data+"."+gap+after+"\n")
			if len(d.Skips) != 1 || !strings.HasSuffix(d.Skips[0].Why, c.why) {
				t.Errorf("%s: skipped %+v, want %q", name, d.Skips, c.why)
				continue
			}
			var prose []string
			for _, b := range d.Blocks {
				prose = append(prose, d.Text[b.Start:b.End])
			}
			if got := strings.Join(prose, " "); got != before+" "+after {
				t.Errorf("%s: %.300s", name, got)
			}
			if line, _ := d.Line(d.LineAt(d.Skips[0].Start)); d.Aside(line) != d.Skips[0].Why {
				t.Errorf("%s: aside %s", name, d.Aside(line))
			}
		}
	}
}

func TestLongProseIsKept(t *testing.T) {
	text := strings.Repeat("The mayor praised the crew of the ferry. ", 20_000)
	d := read(t, text)
	if len(d.Skips) > 0 || len(d.Blocks) != 1 || d.Blocks[0].End != len(text)-1 {
		t.Errorf("skipped %+v, kept %+v", d.Skips, d.Blocks)
	}
	if err := d.Check(); err != nil {
		t.Error(err)
	}
	if err := read(t, "A b.\n\n"+text+text).Check(); err == nil || !strings.Contains(err.Error(), "split it") {
		t.Errorf("got %v", err)
	}
}
