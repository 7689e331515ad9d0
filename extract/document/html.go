package document

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"regexp"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// maxElements bounds what the search for the main text goes through: it takes time that grows faster than the page.
const maxElements = 200_000

// readWebPage finds the article on a page: its main text as Mozilla's Readability tells it from what stands
// around it, below its title.
func readWebPage(data []byte) (Raw, error) { return readMarkup(data, "", "") }

func readMarkup(data []byte, contentType, address string) (Raw, error) {
	text, err := decodeMarkup(data, contentType)
	if err != nil {
		return Raw{}, err
	}
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return Raw{}, fmt.Errorf("parse HTML: %w: save its text, or print it to a PDF", err)
	}
	page := describePage(doc)
	if page.URL == "" {
		page.URL = address
	}
	body, err := mainText(doc, page)
	if err != nil {
		return Raw{}, err
	}
	return Raw{Text: titled(page.Title, body), Meta: page.Metadata, Original: data}, page.judge(body)
}

// mainText is the text of the article; where none stands out, all that is readable.
func mainText(doc *html.Node, page webpage) (string, error) {
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	address, err := url.Parse(page.URL)
	if err != nil || page.URL == "" {
		address = &url.URL{}
	}
	r := renderer{title: page.Title}
	found, err := parser.ParseDocument(doc, address)
	if err != nil {
		return "", fmt.Errorf("find the main text: %w", err)
	}
	main := cmp.Or(found.Node, doc)
	if page.body == "" {
		if err := linkList(main); err != nil {
			return "", err
		}
	}
	r.node(main)
	text := r.text()
	if 2*words(text) < words(page.body) {
		text = page.body
	}
	return text, nil
}

const (
	stubWords = 150 // a paywall leaves a paragraph or two
	pageWords = 20  // fewer are a menu, or a page that a script would fill
)

var paywall = regexp.MustCompile(`(?i)(?:subscribe|sign up|log ?in|register|become a member|create (?:a|an) (?:free )?account)\b[^.]{0,40}\bto (?:continue|keep|read|access|unlock)|` +
	`(?:this|the) (?:article|story|content) is (?:for|only available to|exclusive to|reserved for) (?:our )?(?:subscribers|members)|` +
	`(?:to (?:continue|keep) reading|for full access),? (?:please )?(?:subscribe|log ?in|sign|register)|already a subscriber\?`)

func stub(words int) error {
	return &NoArticle{fmt.Sprintf("a paywall stub: %d words and a demand to subscribe; save the page as a subscriber sees it", words)}
}

// judge tells a page without an article, or with its beginning only.
func (p webpage) judge(body string) error {
	n := words(body)
	switch {
	case n < stubWords && (p.paid || paywall.MatchString(body) || p.wall):
		return stub(n)
	case n < pageWords:
		return &NoArticle{fmt.Sprintf("no article: the page has %d words of running text; if a script fills it, save it from a browser", n)}
	}
	return nil
}
