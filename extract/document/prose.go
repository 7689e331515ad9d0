package document

import (
	"fmt"
	"regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fewLines are too few to tell by them what a text is.
const fewLines = 8

// longestCode bounds a line of code, in bytes: longer ones are paragraphs, and to search them takes long.
const longestCode = 200

// Code is told by how its lines end and begin; one in three does not show it. Articles write few such lines, if any.
var (
	codeEnds   = regexp.MustCompile(`(?:[;{}(\[]|\)[:,]|\w\(\)|=>|/>|</\w+>|^[\])}]+[;,]?)\s*(?://.*|/\*.*|#\s.*)?$`)
	codeBegins = regexp.MustCompile(`^(?:#include|#define|#!|//|/\*|\*/|import [\w"{(.*]+$|import .* from |from [\w.]+ import |package \w+$|using [\w.]+;|` +
		`def \w+\(|class \w+[:({]|func[ (]|fn \w+|function\b.*\(|return\b.*[\w)\]"']$|(?:if|for|while|elif|switch|case|else|try|except)\b.*[:{]$|` +
		`(?:let|var|const|public|private|static|int|void|char|double|string)\b.*[=({]|@\w+(?:\(.*\))?$|\$\w+)`)
	codeHolds = regexp.MustCompile(`^[\w.\[\]"'*$,]+(?: \w+)? (?:[:+*/|-]?=|<-) \S|[=!]= | && | \|\| |\w\(\w*\)\.\w|->\w`)
	addresses = regexp.MustCompile(`(?:https?://|www\.)\S+`)
)

// lineKinds tells what is no prose by most of its lines: program code, a list of addresses.
func lineKinds(text string) error {
	all, code, links := 0, 0, 0
	for _, l := range lines(text) {
		line := text[l.Start:l.End]
		if line == "" {
			continue
		}
		all++
		rest := addresses.ReplaceAllLiteralString(line, "")
		switch {
		case rest != line && words(rest) <= wordsOfLink:
			links++
		case len(line) <= longestCode && (codeEnds.MatchString(line) || codeBegins.MatchString(line) || codeHolds.MatchString(line)):
			code++
		}
	}
	switch {
	case all < fewLines:
		return nil
	case 2*links > all:
		return &NoArticle{fmt.Sprintf("no article: %d of its %d lines are addresses; give build the pages that they lead to", links, all)}
	case 5*code > 2*all: // of 236 articles the most is three in ten
		return &NoArticle{fmt.Sprintf("no article: %d of its %d lines are program code", code, all)}
	}
	return nil
}

// wordsOfLink is how many words may stand beside an address for the line to be a link with its title.
const wordsOfLink = 15

// linkList tells a page that only leads to others: three of four words of its main text are links.
func linkList(main *html.Node) error {
	all, linked := words(textOf(main)), 0
	under(main, func(n *html.Node) bool {
		if n.DataAtom == atom.A {
			linked += words(textOf(n))
		}
		return true
	})
	if all < pageWords || 4*linked < 3*all {
		return nil
	}
	return &NoArticle{fmt.Sprintf("no article: %d of the page's %d words are links to others; give build the pages that they lead to", linked, all)}
}
