package entity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sayso/extract/parse"
	"sayso/graph"
)

//go:embed clubs.txt
var clubList string

var clubWords = sync.OnceValue(func() map[string]map[string]bool { return readSections(clubList) })

// isSport reports whether an article is about a team sport: by its nouns, of which some tell more, and by scores.
func isSport(trees []parse.Tree) bool {
	met := map[string]int{}
	for _, t := range trees {
		for i, w := range t.Words {
			switch {
			case w.UPOS == "PROPN":
			case clubWords()["sport"][w.Lemma]:
				met[w.Lemma] = 2
			case clubWords()["perhaps"][w.Lemma]:
				met[w.Lemma] = 1
			case isScore(t.Words[i:]):
				met["score"] = 2
			}
		}
	}
	sum, team := 0, false
	for word, n := range met {
		sum += n
		team = team || n > 1 && word != "score"
	}
	return team && sum > 2
}

// isScore tells the result of a match: "3-1".
func isScore(words []parse.Word) bool {
	isGoals := func(w parse.Word) bool { return w.UPOS == "NUM" && len(w.Text) == 1 }
	return len(words) > 2 && isGoals(words[0]) && isGoals(words[2]) && words[0].End == words[1].Start && words[1].End == words[2].Start &&
		(words[1].Text == "-" || words[1].Text == "–")
}

// club tells how much the words around a name speak for a club's in news about sport: outright where it does or undergoes what
// clubs do, "X sacked Holm", "knocked out by X", "the X striker"; not against a person where players do so too, "X won".
func (r *reader) club(s wordSpan, head int) proof {
	alone := proof{surely, surely, surely}
	if s.to < len(r.words) && clubWords()["role"][r.words[s.to].Lemma] && !isUpper(r.words[s.to].Text) {
		return alone
	}
	w := r.words[head]
	if w.Head < 0 || s.kind == graph.Person && s.to-s.from > 1 || r.is(s.from-1, "the") && !strings.HasSuffix(w.XPOS, "S") {
		return proof{}
	}
	lemma := r.words[w.Head].Lemma
	list := map[string]string{"nsubj": "does", "obj": "undergoes", "nsubj:pass": "undergoes", "obl": "against", "obl:agent": "against", "nmod": "against"}[w.Relation]
	switch {
	case list == "against" && !slices.Contains([]string{"to", "by", "against", "with", "from", "for", "over"}, r.before(s.from)):
	case list == "against" && clubWords()["between"][lemma], list == "does" && clubWords()["employs"][lemma]:
		return alone
	case clubWords()[list][lemma]:
		return proof{thing: surely, place: surely}
	}
	return proof{}
}

// before returns the preposition that a name follows, perhaps after an adjective: "by third-division X".
func (r *reader) before(i int) string {
	for j := i - 1; j >= max(0, i-4); j-- {
		if r.words[j].UPOS == "ADP" {
			return r.words[j].Text
		}
	}
	return ""
}
