package claim

import "slices"

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

// isAim tells nouns of which an infinitive is the content.
func (s *sentence) isAim(i int) bool {
	return slices.Contains([]string{
		"goal", "aim", "purpose", "objective", "idea", "job", "task", "role", "mission", "intention", "hope", "dream",
		"priority", "key", "way", "thing", "solution", "step", "challenge", "answer", "strategy", "ambition", "duty",
		"plan", "point", "alternative", "option", "problem", "trick", "effect", "choice", "decision", "all", "what",
	}, s.lemma(i))
}
