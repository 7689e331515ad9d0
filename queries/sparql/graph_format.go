package sparql

import (
	"fmt"
	"mime"
	"slices"

	"sayso/graph/format"
)

// GraphFormat is one way to write down the graph of a CONSTRUCT or DESCRIBE.
type GraphFormat struct {
	MediaType string
	format    format.Format
}

// GraphFormats lists the formats of a graph, the usual one first. A triple a line is N-Triples, and as such
// Turtle, where graph/format has no other way to write that.
func GraphFormats() []GraphFormat {
	lines, _ := format.Named("nquads")
	all := []GraphFormat{{"text/turtle", lines}, {"application/n-triples", lines}}
	for _, f := range format.Formats() {
		if f.Write == nil {
			continue
		}
		for _, media := range f.MediaTypes {
			i := slices.IndexFunc(all, func(known GraphFormat) bool { return known.MediaType == media })
			switch {
			case i >= 0:
				all[i].format = f
			case media == "application/n-quads", media == "application/ld+json", media == "application/trig":
				all = append(all, GraphFormat{media, f})
			}
		}
	}
	return all
}

// GraphFormatNamed finds a format by its media type, or by the name that graph/format knows it by.
func GraphFormatNamed(name string) (GraphFormat, error) {
	base, _, _ := mime.ParseMediaType(name)
	if f, err := format.Named(name); err == nil && len(f.MediaTypes) > 0 {
		base = f.MediaTypes[0]
	}
	var known []string
	for _, f := range GraphFormats() {
		if f.MediaType == base {
			return f, nil
		}
		known = append(known, f.MediaType)
	}
	return GraphFormat{}, fmt.Errorf("no format %q for a graph (there are %v)", name, known)
}
