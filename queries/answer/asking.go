package answer

// asking is the phrase that opens a question.
type asking struct {
	preposition []word
	word        string // who, what, how …; "" asks for yes or no
	degree      string // many, much, long …, after how
	noun        []word // "which [country]"
	habitual    bool   // "does": what somebody does is also what he is
	past        bool   // "did", "was", "has": what has been
}

// questionWord is the wh-word that opens a question, if need be after a preposition.
func questionWord(words []word) int {
	for i, w := range words[:min(len(words), 3)] {
		if isQuestionWord(w.text) {
			return i
		}
		if !isPreposition(w.lower()) {
			return none
		}
	}
	return none
}

func readAsking(words []word) asking {
	wh := questionWord(words)
	a := asking{word: words[wh].lower()}
	for _, w := range words[:wh] {
		a.preposition = append(a.preposition, word{text: w.lower()})
	}
	rest := words[wh+1:]
	if a.word == "how" && len(rest) > 0 {
		a.degree, rest = rest[0].lower(), rest[1:]
	}
	a.noun = rest
	return a
}

// subjects are what may stand for the question word as, or in, the subject.
func (a asking) subjects() []string {
	switch a.word {
	case "who":
		return []string{"Someone", "He"}
	case "what":
		return []string{"Something", "Some"}
	}
	return []string{"Some"}
}

// fillers are what may stand for the asked phrase behind the verb; parsers take to one or the other.
func (a asking) fillers() [][]word {
	switch {
	case len(a.noun) > 0:
		return [][]word{append(newWords("some"), a.noun...)}
	case a.word == "who" || a.word == "whom":
		return [][]word{newWords("someone"), newWords("him")}
	case a.word == "what" || a.word == "which" || a.degree == "much" || a.degree == "many":
		return [][]word{newWords("something"), newWords("it")}
	case a.degree == "long":
		return [][]word{newWords("for", "some", "time")}
	case a.degree == "old" || a.degree == "high" || a.degree == "tall" || a.degree == "big" || a.degree == "large":
		return [][]word{newWords(a.degree)}
	}
	return [][]word{nil}
}

// wants is the kind of value that the question word asks for.
func (a asking) wants() Want {
	switch a.word {
	case "who", "whom":
		return Anyone
	case "when":
		return Date
	case "where":
		return Location
	case "why":
		return Reason
	case "how":
		return a.measure()
	}
	return Anything
}

// measure is what "how" asks for, by the word after it.
func (a asking) measure() Want {
	switch a.degree {
	case "many", "old":
		return Number
	case "much", "high", "big", "large", "tall", "far", "expensive":
		return Amount
	case "long":
		return Duration
	}
	return Manner
}
