// Package format reads and writes graphs in the formats that other tools open, one file a format.
package format

import (
	"fmt"
	"io"
	"mime"
	"path"
	"slices"
	"strings"
)

// Format is one way to write quads down. Write or Read is nil where a format goes one way only.
type Format struct {
	Name       string
	Also       string // what Cayley calls it, where it has another name there
	MediaTypes []string
	Extensions []string
	Nodes      bool // it draws nodes and edges, for which the whole graph must be in memory
	Write      func(io.Writer, Quads) error
	Read       func(io.Reader) Quads

	// ReadLines reads on after a line that is no quad, of which it tells bad; nil where a format has no such lines.
	ReadLines func(r io.Reader, bad func(error)) Quads
}

// Formats lists what can be read or written.
func Formats() []Format {
	return []Format{
		nquads, ntriples, turtle, trig, jsonld, cayleyJSON, ndjson,
		gexf, gexf12, graphml, cytoscape, nodeLink, d3, graphology, dot, csvTable, neo4jNodes, neo4jRelationships,
	}
}

// Written are the names of those that can be written.
func Written() []string {
	var names []string
	for _, f := range Formats() {
		if f.Write != nil {
			names = append(names, f.Name)
		}
	}
	return names
}

// Named finds a format by its name.
func Named(name string) (Format, error) {
	return find(name, func(f Format) bool { return f.Name == name || f.Also == name && name != "" })
}

// ByPath finds the format of a file by its extension, whether or not that of a packed file follows it.
func ByPath(name string) (Format, error) {
	for _, p := range packings() {
		name = strings.TrimSuffix(name, p.extension)
	}
	extension := path.Ext(name)
	return find(name, func(f Format) bool { return slices.Contains(f.Extensions, extension) })
}

// ByMediaType finds the format of a Content-Type or of one type of an Accept header.
func ByMediaType(mediaType string) (Format, error) {
	base, _, _ := mime.ParseMediaType(mediaType)
	return find(mediaType, func(f Format) bool { return slices.Contains(f.MediaTypes, base) })
}

func find(name string, match func(Format) bool) (Format, error) {
	all := Formats()
	if i := slices.IndexFunc(all, match); i >= 0 {
		return all[i], nil
	}
	var names []string
	for _, f := range all {
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("no format for %q (there are %s)", name, strings.Join(names, ", "))
}

// Write writes quads in the named format. It stops at the first quad that the format cannot hold.
func Write(w io.Writer, name string, quads Quads) error {
	f, err := Named(name)
	if err != nil {
		return err
	}
	if f.Write == nil {
		return fmt.Errorf("%s is only read", name)
	}
	return f.Write(w, quads)
}

// Read reads quads in the named format, packed by gzip, bzip2 or zstd or not at all. The first error is the last element.
func Read(r io.Reader, name string) (Quads, error) {
	f, plain, err := reading(r, name)
	if err != nil {
		return nil, err
	}
	return f.Read(plain), nil
}

// ReadLenient is Read, but for telling bad of a line that is no quad and going on after it.
func ReadLenient(r io.Reader, name string, bad func(error)) (Quads, error) {
	f, plain, err := reading(r, name)
	if err != nil {
		return nil, err
	}
	if f.ReadLines == nil {
		return nil, fmt.Errorf("%s has no lines to pass over", name)
	}
	return f.ReadLines(plain, bad), nil
}

func reading(r io.Reader, name string) (Format, io.Reader, error) {
	f, err := Named(name)
	if err != nil {
		return f, nil, err
	}
	if f.Read == nil {
		return f, nil, fmt.Errorf("%s is only written", name)
	}
	plain, err := Unpack(r)
	return f, plain, err
}
