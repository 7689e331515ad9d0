package document

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are the elements that are no running text.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true, atom.Head: true,
	atom.Figure: true, atom.Figcaption: true, atom.Table: true, atom.Form: true, atom.Button: true, atom.Select: true, atom.Textarea: true,
	atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Iframe: true, atom.Object: true, atom.Audio: true, atom.Video: true, atom.Sup: true,
}

// blockLevel are the elements before and after which a paragraph ends.
var blockLevel = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Blockquote: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Pre: true, atom.Hr: true, atom.Body: true, atom.Br: true, atom.Address: true, atom.Td: true,
}

// renderer writes the text of a page, a paragraph a line with an empty line between.
type renderer struct {
	out   strings.Builder
	line  strings.Builder
	title string // a heading that says it again is left out
}

func (r *renderer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		r.line.WriteString(n.Data)
		return
	case html.ElementNode:
		if unread[n.DataAtom] || hidden(n) {
			return
		}
	}
	if blockLevel[n.DataAtom] {
		r.paragraph()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
	if blockLevel[n.DataAtom] {
		r.paragraph()
	}
}

func hidden(n *html.Node) bool {
	_, set := attribute(n, "hidden")
	style, _ := attribute(n, "style")
	aria, _ := attribute(n, "aria-hidden")
	return set || aria == "true" || strings.Contains(strings.ReplaceAll(style, " ", ""), "display:none")
}

func (r *renderer) paragraph() {
	line := strings.Join(strings.Fields(r.line.String()), " ")
	r.line.Reset()
	if line == "" || r.title != "" && fold(line) == fold(r.title) {
		return
	}
	if r.out.Len() > 0 {
		r.out.WriteString("\n\n")
	}
	r.out.WriteString(line)
}

func (r *renderer) text() string {
	r.paragraph()
	return r.out.String()
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// under gives the elements below a node, in the order of the page.
func under(n *html.Node, yield func(*html.Node) bool) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && !yield(c) {
			return false
		}
	}
	return true
}

// textOf is the text below a node, its blanks made one.
func textOf(n *html.Node) string {
	var s strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			s.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(s.String()), " ")
}

// plainText is the text of a piece of HTML, as feeds and mails hold it.
func plainText(markup string) string {
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil { // nested too deep
		return tagless(markup)
	}
	var r renderer
	r.node(doc)
	return r.text()
}

// tagless is the text of a piece of HTML whose elements nobody can tell from each other.
func tagless(markup string) string {
	var r renderer
	skipped := false
	for tags := html.NewTokenizer(strings.NewReader(markup)); ; {
		switch tags.Next() {
		case html.ErrorToken:
			return r.text()
		case html.TextToken:
			if !skipped {
				r.line.Write(tags.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := tags.Token()
			if blockLevel[t.DataAtom] {
				r.paragraph()
			}
			skipped = t.Type == html.StartTagToken && unread[t.DataAtom]
		}
	}
}

// article puts a title above its text.
func titled(title, text string) []byte {
	if title == "" {
		return []byte(text)
	}
	return []byte(strings.Join(strings.Fields(title), " ") + "\n\n" + text)
}
