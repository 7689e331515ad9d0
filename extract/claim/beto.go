package claim

import _ "embed"

// isBeTo tells "they are to travel", where "be" announces what is planned; after a noun like
// "goal" it says what the goal is.
func (s *sentence) isBeTo(i int) bool {
	if !s.isInfinitive(i) || s.upos(i) != "VERB" {
		return false
	}
	to := s.child(i, "mark")
	be := none
	for _, a := range s.children(i, "cop", "aux") {
		if a < to && s.lemma(a) == "be" {
			be = a
		}
	}
	subject := s.child(i, "nsubj")
	return be != none && subject != none && !s.isAim(subject)
}

//go:embed words/aims.txt
var aimsText string

var aims = wordSet(aimsText)

// isAim tells nouns of which an infinitive is the content.
func (s *sentence) isAim(i int) bool {
	return aims[s.lemma(i)]
}
