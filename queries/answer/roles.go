package answer

import "slices"

// roleFit is how well what has one role in a claim can have another in the question.
func roleFit(want, have, relation string) float64 {
	switch {
	case have == voiceRole || want == voiceRole:
		return otherwise(want == have || want == mentionRole, 1)
	case want == have || want == "" || want == mentionRole:
		return 1
	case want == subjectRole:
		return subjectFit(have, relation)
	case want == objectRole:
		return objectFit(have, relation)
	case want == clauseRole:
		return otherwise(have != subjectRole, 0.9)
	case have == subjectRole:
		return otherwise(IsMutual(relation) || relation == "be", 0.95)
	case have == objectRole:
		return 0.75
	}
	return prepositionFit(want, have)
}

// slotFit is roleFit for what is asked: a preposition names the role of the answer, "Who did she buy it from?", which no other has.
func slotFit(want, have, relation string) float64 {
	if !isPreposition(want) || have == want || (have == subjectRole || have == objectRole) && IsMutual(relation) {
		return roleFit(want, have, relation)
	}
	for _, class := range nearPrepositions {
		if slices.Contains(class, want) && slices.Contains(class, have) {
			return prepositionFit(want, have)
		}
	}
	return 0
}

func subjectFit(have, relation string) float64 {
	switch {
	case have == "by":
		return 0.9
	case relation == "be" && have == objectRole:
		return 0.9
	case IsMutual(relation) && (have == objectRole || have == "with"):
		return 0.95
	}
	return 0
}

func objectFit(have, relation string) float64 {
	switch {
	case have == subjectRole:
		return otherwise(relation == "be" || IsMutual(relation), 0.95)
	case slices.Contains(settings, have):
		return 0.2
	}
	return 0.6
}

// settings are roles of when, where and why, which are rarely what a verb acts on.
var settings = []string{"in", "at", "during", "when", "because", "because_of", "after", "before", "since", "until", "by", "amid", "for", "how"}

// nearPrepositions are classes of prepositions that speakers use for one another.
var nearPrepositions = [][]string{
	{"in", "at", "within", "inside", "near", "on"},
	{"to", "toward", "towards", "into"},
	{"about", "on", "over", "of", "regarding", "concerning"},
	{"with", "to"},
	{"because_of", "over", "for", "due_to"},
	{"during", "in", "at", "on"},
	{"for", "to"},
}

func prepositionFit(want, have string) float64 {
	for _, class := range nearPrepositions {
		if slices.Contains(class, want) && slices.Contains(class, have) {
			return 0.85
		}
	}
	return otherwise(want != "against", 0.6) // what is not against somebody may be for him
}

// IsMutual tells relations that hold both ways: who meets somebody is met.
func IsMutual(relation string) bool {
	verbs, _ := splitLemma(relation)
	switch verbs[len(verbs)-1] {
	case "meet", "talk", "speak", "negotiate", "marry", "agree", "cooperate", "discuss", "debate", "confer":
		return true
	}
	return false
}

func otherwise(ok bool, fit float64) float64 {
	if ok {
		return fit
	}
	return 0
}
