package parse

import (
	"strings"

	"sayso/extract/neural"
)

// networkWords is what the network sees of words.
func networkWords(words []Word, marks []mark) []neural.Word {
	seen := make([]neural.Word, len(words))
	for i, w := range words {
		seen[i] = neural.Word{Form: w.Text, Marks: uint32(marks[i])}
	}
	return seen
}

// typewritten writes quotation marks as nearly all of the corpora and word vectors do.
func typewritten(form string) string {
	if !strings.ContainsAny(form, "“”„«»‘’…") {
		return form
	}
	return typewriter.Replace(form)
}

var typewriter = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "…", "...")

// network reads all that is left.
func (u *unarchive) network() *neural.Network {
	if u.err != nil {
		return nil
	}
	var n *neural.Network
	n, u.err = neural.Open(u.rest)
	return n
}
