package format

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
)

// dot is the language of Graphviz; the quote is the tooltip of an edge.
var dot = Format{
	Name:       "dot",
	Also:       "graphviz",
	MediaTypes: []string{"text/vnd.graphviz"},
	Extensions: []string{".dot", ".gv"},
	Nodes:      true,
	Write:      drawn(writeDOT),
}

func writeDOT(w io.Writer, g Graph) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "digraph sayso {\n")
	for _, n := range g.Nodes {
		fmt.Fprintf(b, "  %s [label=%s, type=%s, same_as=%s];\n", dotValue(n.ID), dotText(n.Name), dotValue(n.Type), dotValue(n.SameAs))
	}
	for _, e := range g.Edges {
		fmt.Fprintf(b, "  %s -> %s [id=%s, label=%s, tooltip=%s, confidence=\"%g\"", dotValue(e.Source), dotValue(e.Target),
			dotValue(e.ID), dotText(e.Relation), dotText(e.Quote), e.Confidence)
		for _, a := range attributes {
			if value := a.of(e); value != "" {
				fmt.Fprintf(b, ", %s=%s", a.name, dotValue(value))
			}
		}
		fmt.Fprint(b, "];\n")
	}
	fmt.Fprint(b, "}\n")
	return b.Flush()
}

// dotText is a text that Graphviz shows, in which it reads \n and \N.
func dotText(s string) string { return `"` + dotEscapes.Replace(shown(s)) + `"` }

var dotEscapes = strings.NewReplacer(`"`, `\"`, `\`, `\\`, "\n", `\n`, "\r", " ")

// dotValue is a name or a value that Graphviz hands on. A backslash stands for itself in it, but not before a
// quotation mark.
func dotValue(s string) string {
	s = beforeQuote.ReplaceAllString(shown(s), "$1$1$2")
	return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"`
}

var beforeQuote = regexp.MustCompile(`(\\+)("|$)`)

// shown is text without the control bytes that a viewer, or the terminal that it writes to, would obey.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !strings.ContainsRune("\n\r\t", r) {
			return -1
		}
		return r
	}, s)
}
