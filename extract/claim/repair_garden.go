package claim

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

// mendClosingSaying makes the end of "the sketch has turned up, police confirmed yesterday" a saying, where
// its verb was taken for a participle on the speaker.
func (s *sentence) mendClosingSaying(i int) {
	source, root := s.above(i), s.root()
	if s.bears(i, "ccomp") && s.above(i) == root && s.closes(i, root) {
		s.words[i].Relation = "parataxis"
		return
	}
	if !s.isCue(i) || s.isWeakCue(i) || !s.bears(i, "acl") || s.tag(i) != "VBD" && s.tag(i) != "VBN" || source != i-1 || root > source || !s.isFiniteClause(root) {
		return
	}
	if s.has(i, "obj", "ccomp", "xcomp", "aux", "nsubj", "mark", "obl:agent") || !s.isComma(s.leftmost(source)-1) || s.rightmostBut(i) != s.lastWord() {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation, s.words[i].XPOS = root, "parataxis", "VBD"
		s.words[source].Head, s.words[source].Relation = i, "nsubj"
	})
}

// closes tells a saying that ends a sentence, "…, an inquiry has heard", after the clause of root.
func (s *sentence) closes(i, root int) bool {
	source := s.child(i, "nsubj")
	return s.isCue(i) && !s.isPassiveForm(i) && source > root && s.isComma(s.leftmost(source)-1) && !s.has(i, "mark", "obj", "ccomp", "xcomp") &&
		s.rightmostBut(i) == s.lastWord() && s.isPredicate(root) && s.has(root, "nsubj") && !s.introduces(root, i)
}

// lastWord is the last word of the sentence that is no mark.
func (s *sentence) lastWord() int {
	last := len(s.words) - 1
	for last > 0 && s.upos(last) == "PUNCT" {
		last--
	}
	return last
}

// mendUnclosed reads the "called" of a caption, "Smith in 2010, after leaving the group called the Lamp", as a
// participle: one comma opens an adjunct that no other closes, so that the verb after it is not the main one.
func (s *sentence) mendUnclosed(i int) {
	subject, noun := s.child(i, "nsubj"), s.nominalEndingAt(i-1)
	if !slices.Contains(namingVerbs, s.lemma(i)) || s.tag(i) != "VBD" || subject == none || subject > i || noun <= subject || !s.has(i, "obj") || s.has(i, "aux") {
		return
	}
	commas := 0
	for j := subject; j < i; j++ {
		if s.isMark(j) {
			commas++
		}
	}
	if commas != 1 || s.has(subject, "conj") {
		return
	}
	for s.bears(noun, "nmod") && s.above(noun) > subject {
		noun = s.above(noun)
	}
	s.rearrange(func() {
		s.words[subject].Head, s.words[subject].Relation = s.above(i), s.words[i].Relation
		s.words[i].Head, s.words[i].Relation, s.words[i].XPOS = noun, "acl", "VBN"
	})
}

// mendCalledNear hangs "called the Lamp" of "after having left the group called the Lamp" on the noun before it.
func (s *sentence) mendCalledNear(i int) {
	noun := s.nominalEndingAt(i - 1)
	if slices.Contains(namingVerbs, s.lemma(i)) && s.tag(i) == "VBN" && s.bears(i, "acl") && noun != none && noun != s.above(i) && s.bears(noun, "obj") && s.above(noun) != s.above(i) && s.has(i, "obj", "xcomp") {
		s.move(i, noun, "acl")
	}
}

// mendNamedPlace makes "“The Countdown”" of "On a new site, “The Countdown”, Fabrikam has set a date" a name of the site, not
// a second subject.
func (s *sentence) mendNamedPlace(i int) {
	verb := s.above(i)
	subjects := s.children(verb, "nsubj")
	start, end := s.leftmost(i)-1, s.rightmost(i)+1
	if s.isQuotationMark(start) && s.isQuotationMark(end) {
		start, end = start-1, end+1
	}
	if !s.bears(i, "nsubj") || len(subjects) != 2 || subjects[0] != i || !s.isComma(start) || !s.isComma(end) || s.leftmost(subjects[1]) != end+1 {
		return
	}
	for _, o := range s.children(verb, "obl") {
		if s.role(o) != "" && s.rightmost(o) == start-1 && !s.isTime(o) && s.upos(o) == "NOUN" {
			s.move(i, o, "appos")
			return
		}
	}
}

// mendQuantifiedAside gives "37 children, most of them under five, have died" the subject that was taken for an
// adjunct; "most of them" only says more of it.
func (s *sentence) mendQuantifiedAside(i int) {
	verb := s.above(i)
	them := s.form(s.child(i, "nmod"))
	if !s.is(i, "nsubj") || s.bears(i, "nsubj:outer") || them != "them" && them != "whom" && them != "which" || !s.isComma(s.leftmost(i)-1) || !s.isComma(s.rightmost(i)+1) {
		return
	}
	for _, o := range s.children(verb, "obl") {
		if s.role(o) == "" && s.upos(o) == "NOUN" && s.rightmost(o) == s.leftmost(i)-2 {
			s.words[o].Relation = s.words[i].Relation
			s.move(i, o, "appos")
			return
		}
	}
}

// mendAsked makes a participle of the "Asked" of "Asked whether he would resign, Reimer said: “No.”"
func (s *sentence) mendAsked(i int) {
	cue := s.above(i)
	asking := slices.Contains([]string{"ask", "press", "question", "quiz", "challenge"}, s.lemma(i))
	if asking && s.tag(i) == "VBD" && s.bears(i, "advcl") && s.form(i-1) == "when" && s.above(i-1) == i && !s.has(i, "nsubj", "aux", "obj") {
		s.words[i].XPOS = "VBN"
		return
	}
	if asking && s.tag(i) == "VBD" && s.bears(i, "ccomp") && s.leftmost(i) == i && cue > i && s.isCue(cue) && !s.has(i, "nsubj", "aux", "obj") && s.has(cue, "nsubj") {
		s.words[i].Relation, s.words[i].XPOS = "advcl", "VBN"
	}
}

//go:embed words/works.txt
var worksText string

// works holds the nouns before the title of what they name.
var works = wordSet(worksText)

// mendWorkTitle makes one name of "Gone by Noon" in "the novel Gone by Noon", whatever its words were taken for.
func (s *sentence) mendWorkTitle(i int) {
	if s.upos(i) != "NOUN" || s.headline || !works[s.lemma(i)] {
		return
	}
	end := s.titleEnd(i + 1)
	if end < i+2 || !s.isMisreadTitle(i+1, end) {
		return
	}
	s.rearrange(func() { s.flatten(i+1, end, i) })
}

// titleEnd is the last word of the title that begins at start: capitalised words and the small ones between them.
func (s *sentence) titleEnd(start int) int {
	small := []string{"a", "an", "the", "of", "for", "at", "and", "in", "on", "to", "by", "with", "from"}
	end := none
	for j := start; j < len(s.words); j++ {
		switch {
		case s.isCapital(j):
			end = j
		case j == start || !slices.Contains(small, s.form(j)) && s.tag(j) != "HYPH" || strings.HasPrefix(s.name(j+1), "B-"):
			return end
		}
	}
	return end
}

func (s *sentence) isCapital(i int) bool {
	for _, r := range s.word(i).Text {
		return unicode.IsUpper(r)
	}
	return false
}

// isMisreadTitle tells words of which one states something or that hang apart, as those of no plain name do.
func (s *sentence) isMisreadTitle(start, end int) bool {
	apart := 0
	for j := start; j <= end; j++ {
		if s.upos(j) == "VERB" && !s.bears(j, "amod") && s.tag(j) != "VBG" {
			return true
		}
		if h := s.above(j); h < start || h > end {
			apart++
			if s.is(j, "nsubj") && s.isComma(end+1) && s.ownSubject(h) != j {
				return true
			}
		}
	}
	return apart > 1 && !s.isComma(start-1)
}

// flatten makes one name of the words from start to end, on a noun before them.
func (s *sentence) flatten(start, end, noun int) {
	for j := range s.words {
		inside := j >= start && j <= end
		if h := s.above(j); !inside && h >= start && h <= end {
			s.words[j].Head = noun
			if s.upos(j) == "ADJ" {
				s.words[j].Relation = "acl"
			}
		}
	}
	for j := start; j <= end; j++ {
		s.words[j].Head, s.words[j].Relation = start, "flat"
		if s.upos(j) == "VERB" || s.upos(j) == "AUX" {
			s.words[j].UPOS, s.words[j].XPOS = "PROPN", "NNP"
		}
	}
	s.words[start].Head, s.words[start].Relation, s.words[start].UPOS = noun, "appos", "PROPN"
}
