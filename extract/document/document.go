// Package document reads news, from files of all kinds, as documents, sentences and tokens, each with its span.
package document

import (
	"sort"
	"time"
)

// Span is a half-open range of bytes of a document's text.
type Span struct{ Start, End int }

// Document is one article as it was read.
type Document struct {
	ID        string // its path below the folder named, without extension, IRI-safe
	Title     string // from its metadata, else its first headline
	Outlet    string
	Author    string
	URL       string
	Language  string
	Published time.Time // a day, UTC; zero when unknown
	Text      string    // valid UTF-8, as the file holds it; all spans refer to it
	Blocks    []Block   // in the order of the text; what no block covers is boilerplate
	Quotes    []Quote   // direct quotations, in the order of the text, never nested
	Skips     []Skip    `json:",omitempty"` // what is data in the midst of text
	Amiss     string    `json:"-"`          // what was told of it and could not be used, and why

	points []int // code points before each stride of the text
}

// Block is a paragraph or a headline of the text.
type Block struct {
	Span
	Headline  bool
	TitleCase bool // a headline Whose Capitals Do Not Mark Names
}

// Quote is a direct quotation: Span covers the words between the marks, Outer the marks too.
// A quotation that is reopened at each paragraph is one Quote a paragraph. Where the closing
// mark is missing, the quotation ends with its block.
type Quote struct {
	Span
	Outer     Span
	Words     int  // few words may be a borrowed phrase rather than an utterance
	Continues bool // goes on with the speech of the Quote before
}

// Sentence is one sentence of a block, as tokens.
type Sentence struct {
	Span
	Tokens   []Token
	Headline bool
}

// Token is one word or punctuation mark; clitics are tokens of their own ("Zelensky" "'s", "do" "n't").
type Token struct {
	Span
	Text string
}

// QuoteAt returns the index of the quotation, marks included, that holds the byte at offset, or -1.
func (d *Document) QuoteAt(offset int) int {
	i := sort.Search(len(d.Quotes), func(i int) bool { return d.Quotes[i].Outer.End > offset })
	if i == len(d.Quotes) || d.Quotes[i].Outer.Start > offset {
		return -1
	}
	return i
}
