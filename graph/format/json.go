package format

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"
)

// cayleyJSON is Cayley's own: [{"subject": "<alice>", "predicate": "<follows>", "object": "<bob>", "label": "<graph>"}].
var cayleyJSON = Format{
	Name:       "json",
	MediaTypes: []string{"application/json"},
	Extensions: []string{".json"},
	Write:      writeJSON,
	Read:       readJSON,
}

type jsonQuad struct {
	Subject   string `json:"subject"`
	Predicate string `json:"predicate"`
	Object    string `json:"object"`
	Label     string `json:"label,omitempty"`
}

func writeJSON(w io.Writer, quads Quads) error {
	b := bufio.NewWriter(w)
	before := "[\n"
	for q, err := range checked(quads) {
		if err != nil {
			return err
		}
		b.WriteString(before)
		b.Write(marshal(jsonQuad{jsonValue(q.Subject), jsonValue(q.Predicate), jsonValue(q.Object), jsonValue(q.Label)}))
		before = ",\n"
	}
	if before == "[\n" {
		b.WriteString("[")
	}
	b.WriteString("\n]\n")
	return b.Flush()
}

// jsonValue is a term of N-Quads, but for plain strings, which stand bare where that is clear.
func jsonValue(v quad.Value) string {
	if v == nil {
		return ""
	}
	s, ok := v.(quad.String)
	if !ok {
		return string(appendTerm(nil, v))
	}
	if back, err := parseJSONValue(string(s)); err == nil && back == v {
		return string(s)
	}
	return `"` + string(s) + `"`
}

// parseJSONValue takes what stands in quotation marks as it is, as Cayley does, unless it is typed.
func parseJSONValue(s string) (quad.Value, error) {
	switch {
	case s == "":
		return nil, nil
	case len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"':
		return quad.String(s[1 : len(s)-1]), nil
	case strings.HasPrefix(s, "_:"), s[0] == '<' && s[len(s)-1] == '>', s[0] == '"' && (strings.Contains(s, `"^^<`) || strings.Contains(s, `"@`)):
		return parseTerm(s)
	}
	return quad.String(s), nil
}

func parseTerm(s string) (quad.Value, error) {
	c := &cursor{line: s}
	v, err := c.term()
	if err == nil && c.rest() != "" {
		err = fmt.Errorf("%.80q after the term", c.rest())
	}
	return v, err
}

func readJSON(r io.Reader) Quads {
	return func(yield func(quad.Quad, error) bool) {
		limited := &allowance{r: r}
		d := json.NewDecoder(limited)
		limited.left = longestLine
		start, err := d.Token()
		if err == nil && start == nil {
			return // Cayley's empty list is null
		}
		if start != json.Delim('[') {
			yield(quad.Quad{}, errors.Join(errors.New("want a list of quads"), err))
			return
		}
		for n := 1; d.More(); n++ {
			limited.left = longestLine
			q, err := decodeJSON(d)
			if err != nil {
				yield(quad.Quad{}, fmt.Errorf("quad %d: %w", n, err))
				return
			}
			if !yield(q, nil) {
				return
			}
		}
		if _, err := d.Token(); err != nil {
			yield(quad.Quad{}, fmt.Errorf("end of the list: %w", err))
		}
	}
}

func decodeJSON(d *json.Decoder) (q quad.Quad, err error) {
	var text jsonQuad
	if err := d.Decode(&text); err != nil {
		return q, err
	}
	for i, s := range []string{text.Subject, text.Predicate, text.Object, text.Label} {
		v, err := parseJSONValue(s)
		if err != nil {
			return q, fmt.Errorf("%s: %w", quad.Directions[i], err)
		}
		q.Set(quad.Directions[i], v)
	}
	return q, check(q)
}

// allowance bounds what a decoder may read for one quad.
type allowance struct {
	r    io.Reader
	left int
}

func (a *allowance) Read(p []byte) (int, error) {
	if a.left <= 0 {
		return 0, fmt.Errorf("longer than %d bytes", longestLine)
	}
	n, err := a.r.Read(p[:min(len(p), a.left)])
	a.left -= n
	return n, err
}
