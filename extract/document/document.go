// Package document reads news text as documents, sentences and tokens, each with its span.
package document

import "time"

// Span is a half-open range of bytes of a document's text.
type Span struct{ Start, End int }

// Document is one article as it was read.
type Document struct {
	ID        string // its path below the folder named, without extension, IRI-safe
	Title     string
	Outlet    string
	Author    string
	URL       string
	Language  string
	Published time.Time // a day, UTC; zero when unknown
	Text      string    // valid UTF-8, as the file holds it; all spans refer to it
	Blocks    []Block   // in the order of the text; what no block covers is boilerplate
	Quotes    []Quote   // direct quotations, in the order of the text
}

// Block is a paragraph or a headline of the text.
type Block struct {
	Span
	Headline bool
}

// Quote is a direct quotation: Span covers the words between the marks, Outer the marks too.
// A quotation may run over several sentences and, reopened at each, over several paragraphs.
type Quote struct {
	Span
	Outer Span
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
