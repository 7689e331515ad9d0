package format

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

// Whatever a graph says, what is written of it is XML, JSON or a table as its readers have them.
func FuzzWriters(f *testing.F) {
	f.Add("e:Anna", "opened", "\x1b[1m\u202e]]>\ufffe", "a:1")
	f.Add("x", "=1+1", "\"\\\n\x00", "")
	f.Fuzz(func(t *testing.T, s, p, o, l string) {
		o = strings.ToValidUTF8(o, "\ufffd")
		quads := []quad.Quad{{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: quad.String(o), Label: quad.IRI(l)}, {Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: quad.IRI(l), Label: quad.IRI(l)}}
		for _, name := range Written() {
			var b bytes.Buffer
			if err := Write(&b, name, All(quads)); err != nil {
				continue
			}
			if err := wellFormed(name, b.Bytes()); err != nil {
				t.Errorf("%s: %v in %q", name, err, b.Bytes())
			}
		}
	})
}

func wellFormed(name string, out []byte) (err error) {
	switch name {
	case "gexf", "gexf12", "graphml":
		for d := xml.NewDecoder(bytes.NewReader(out)); err == nil; {
			_, err = d.Token()
		}
		if err == io.EOF {
			err = nil
		}
	case "csv", "neo4j-nodes", "neo4j-relationships":
		_, err = csv.NewReader(bytes.NewReader(out)).ReadAll()
	case "jsonld", "json", "cytoscape", "node-link", "d3", "graphology":
		var any any
		err = json.Unmarshal(out, &any)
	}
	return err
}
