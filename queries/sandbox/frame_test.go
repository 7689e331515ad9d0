package sandbox

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/queries"
)

func frames(t testing.TB) []*message {
	t.Helper()
	return []*message{
		{Kind: script, Script: &queries.Script{Text: "g.V()", Params: map[string]any{"who": "x"}}, Millis: 5000},
		{Kind: rows, Path: &queries.Path{Steps: []queries.Step{{Op: queries.Out}}}, Number: -1},
		{Kind: answer, Rows: []row{{"id": {Kind: queries.IRI, Text: "x"}}}, More: true},
		{Kind: emit, Value: json.RawMessage(`{"a":[1,"b"]}`)},
		{Kind: end, Error: &failure{Kind: "query", Message: "no", Line: 1, Column: 2, Text: "x"}},
	}
}

func TestFrames(t *testing.T) {
	var wire bytes.Buffer
	for _, m := range frames(t) {
		if err := write(&wire, m); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range frames(t) {
		got, err := read(&wire)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Error(diff)
		}
	}
}

// Whatever a child sends, its parent reads a message or an error, and takes no more
// memory than it was sent.
func FuzzRead(f *testing.F) {
	for _, m := range frames(f) {
		var wire bytes.Buffer
		if err := write(&wire, m); err != nil {
			f.Fatal(err)
		}
		f.Add(wire.Bytes())
	}
	f.Add([]byte{0xff, 0xff, 0xff, 0xff})
	f.Add([]byte{0, 0xff, 0, 0, '{'})
	f.Fuzz(func(t *testing.T, wire []byte) {
		m, err := read(bytes.NewReader(wire))
		if err != nil {
			return
		}
		var again bytes.Buffer
		if err := write(&again, m); err != nil {
			t.Fatal(err)
		}
		got, err := read(&again)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(got, m); diff != "" {
			t.Error(diff)
		}
	})
}
