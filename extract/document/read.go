package document

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Read reads the text of an article. Published and Title fall back on what the text says:
// a line with a date near its top, and its first headline.
func Read(id string, text []byte, meta Metadata) (*Document, error) {
	if err := check(text); err != nil {
		return nil, err
	}
	d := &Document{
		ID: id, Title: meta.Title, Outlet: meta.Outlet, Author: meta.Author,
		URL: meta.URL, Language: meta.Language, Published: meta.Published, Text: string(text),
	}
	published, lines, amiss := dateLine(d.Text, lines(d.Text))
	if d.Amiss = meta.Amiss; d.Published.IsZero() {
		d.Published = published
		d.Amiss = cmp.Or(d.Amiss, amiss)
	}
	d.points = pointsAtStrides(d.Text)
	prose, skips := skipData(d.Text, paragraphs(d.Text, lines))
	d.Skips = skips
	d.Blocks = blocks(d.Text, prose, meta.Title)
	d.Quotes = quotes(d.Text, d.Blocks)
	if d.Title == "" {
		d.Title = firstHeadline(d)
	}
	return d, nil
}

// ReadLine reads one sentence that stands for itself: it is neither headline nor boilerplate.
func ReadLine(id string, text []byte, meta Metadata) (*Document, error) {
	if err := check(text); err != nil {
		return nil, err
	}
	d := &Document{ID: id, Published: meta.Published, Text: string(text)}
	d.points = pointsAtStrides(d.Text)
	d.Blocks = []Block{{Span: Span{0, len(text)}}}
	d.Quotes = quotes(d.Text, d.Blocks)
	return d, nil
}

func check(text []byte) error {
	if len(text) >= 2 && (text[0] == 0xFE && text[1] == 0xFF || text[0] == 0xFF && text[1] == 0xFE) {
		return fmt.Errorf("byte 0: UTF-16 byte order mark: text must be UTF-8")
	}
	if at := bytes.IndexByte(text, 0); at >= 0 {
		return fmt.Errorf("byte %d: NUL: not a text file: save it as text, or take that byte out", at)
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size <= 1 {
			return fmt.Errorf("byte %d: 0x%02X is not UTF-8: save the text in one encoding, as UTF-8", i, text[i])
		}
		i += size
	}
	return nil
}

func firstHeadline(d *Document) string {
	for _, b := range d.Blocks {
		if b.Headline {
			return strings.Join(strings.Fields(d.Text[b.Start:b.End]), " ")
		}
	}
	return ""
}
