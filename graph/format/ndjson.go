package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"
)

// ndjson is Cayley's JSON, a quad a line: a stream.
var ndjson = Format{
	Name:       "ndjson",
	Also:       "json-stream",
	MediaTypes: []string{"application/x-ndjson"},
	Extensions: []string{".ndjson", ".jsonl"},
	Write:      writeNDJSON,
	Read:       readNDJSON,
}

func writeNDJSON(w io.Writer, quads Quads) error {
	b := bufio.NewWriter(w)
	for q, err := range checked(quads) {
		if err != nil {
			return err
		}
		b.Write(marshal(jsonQuad{jsonValue(q.Subject), jsonValue(q.Predicate), jsonValue(q.Object), jsonValue(q.Label)}))
		if err := b.WriteByte('\n'); err != nil {
			return err
		}
	}
	return b.Flush()
}

func readNDJSON(r io.Reader) Quads {
	return func(yield func(quad.Quad, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, longestLine+1)
		n := 0
		for lines.Scan() {
			n++
			if len(bytes.TrimSpace(lines.Bytes())) == 0 {
				continue
			}
			d := json.NewDecoder(bytes.NewReader(lines.Bytes()))
			q, err := decodeJSON(d)
			if err == nil && d.More() {
				err = fmt.Errorf("text after the quad")
			}
			if err != nil {
				yield(quad.Quad{}, fmt.Errorf("line %d: %w", n, err))
				return
			}
			if !yield(q, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(quad.Quad{}, fmt.Errorf("line %d: %w", n+1, err))
		}
	}
}
