package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"sayso/extract/claim"
	"sayso/extract/document"
)

// Verdict is what a reader said of a claim.
type Verdict struct {
	Of                        string // the document, or the draw
	Subject, Relation, Object string
	Quote                     string
	Right                     bool
}

// ReadVerdicts reads lines "of, claim, quote, verdict, kind, note" separated by tabs; lines that begin with # and the
// heading say nothing of a claim.
func ReadVerdicts(r io.Reader) ([]Verdict, error) {
	var all []Verdict
	headed := false
	err := eachLine(r, func(line string) error {
		if strings.HasPrefix(line, "#") || line == "" {
			return nil
		}
		if !headed {
			headed = true
			return nil
		}
		columns := strings.Split(line, "\t")
		if len(columns) < 4 {
			return fmt.Errorf("%d columns, want of, claim, quote and verdict", len(columns))
		}
		said := strings.Split(columns[1], " | ")
		if len(said) < 3 {
			return fmt.Errorf("%q: want SUBJECT | RELATION | OBJECT", columns[1])
		}
		all = append(all, Verdict{
			Of: columns[0], Subject: mentionOf(said[0]), Relation: said[1], Object: mentionOf(said[2]),
			Quote: columns[2], Right: columns[3] == "right",
		})
		return nil
	})
	return all, err
}

// mentionOf leaves out what a mention is taken for: "he [= Ivar Holm]".
func mentionOf(said string) string {
	mention, _, _ := strings.Cut(said, " [= ")
	return strings.TrimSpace(mention)
}

// Judge returns the last verdict on a claim. Of several claims with its quote and relation, those are meant that say
// the same of subject and object.
func Judge(d *document.Document, claims []claim.Claim, n int, verdicts []Verdict) (right, judged bool) {
	for _, v := range verdicts {
		if !v.couldBe(d, claims[n]) {
			continue
		}
		alone := true
		for i, c := range claims {
			alone = alone && (i == n || !v.couldBe(d, c))
		}
		if alone || v.is(claims[n]) {
			right, judged = v.Right, true
		}
	}
	return right, judged
}

// couldBe compares quotes and relations; a verdict's relation may say first that all is only supposed or asked.
func (v Verdict) couldBe(d *document.Document, c claim.Claim) bool {
	return v.Quote == d.Text[c.Quote.Start:c.Quote.End] && strings.HasSuffix(v.Relation, c.Predicate.Name)
}

func (v Verdict) is(c claim.Claim) bool {
	object := ""
	if c.Object != nil {
		object = c.Object.Text
	}
	return v.Subject == c.Subject.Text && v.Object == object
}

// TreebankText is the running text of one document of a treebank.
type TreebankText struct{ ID, Text string }

// ReadTreebankTexts reads the texts of some documents from a file in CoNLL-U, an empty line between paragraphs.
func ReadTreebankTexts(r io.Reader, wanted func(id string) bool) ([]TreebankText, error) {
	var all []TreebankText
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	between, reading := "", false
	for lines.Scan() {
		line := lines.Text()
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			if reading = wanted(id); reading {
				all = append(all, TreebankText{ID: id})
				between = ""
			}
		}
		if !reading {
			continue
		}
		text := &all[len(all)-1].Text
		if strings.HasPrefix(line, "# newpar") && *text != "" {
			between = "\n\n"
		}
		if sentence, ok := strings.CutPrefix(line, "# text = "); ok {
			*text += between + sentence
			between = " "
		}
	}
	return all, lines.Err()
}
