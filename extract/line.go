package extract

import (
	"sayso/extract/document"
	"sayso/extract/parse"
)

// LineParser reads a text that is known to be one sentence.
type LineParser interface {
	Tokenize(string) document.Sentence
	Parse(document.Sentence) parse.Tree
}

// Line parses a document of one sentence, which may be tokenised as treebanks are.
func Line(d *document.Document, p LineParser) []parse.Tree {
	s := p.Tokenize(d.Text)
	s.Tokens = quotationMarks(s.Tokens)
	return []parse.Tree{p.Parse(s)}
}

// quotationMarks reads the pairs “ and ” of the Penn Treebank as the mark that they stand for.
func quotationMarks(tokens []document.Token) []document.Token {
	var all []document.Token
	for _, t := range tokens {
		last := len(all) - 1
		if last >= 0 && (t.Text == "`" || t.Text == "'") && all[last].Text == t.Text && all[last].End == t.Start {
			all[last].End, all[last].Text = t.End, "\""
			continue
		}
		if t.Text == "``" || t.Text == "''" {
			t.Text = "\""
		}
		all = append(all, t)
	}
	return all
}
