package claim

import "slices"

// professing are verbs of saying whose gerund is what is said: "denied taking it", "confessed to having lied".
var professing = []string{
	"deny", "dispute", "refute", "reject", "admit", "acknowledge", "concede", "confess", "recall", "remember", "recollect",
	"report", "mention",
}

// isProfessed tells that gerund, which is content as the clause of "denied that he took it" is.
func (s *sentence) isProfessed(i int) bool {
	cue := s.above(i)
	confessed := s.is(i, "xcomp", "advcl") && s.form(s.child(i, "mark", "case")) == "to" && slices.Contains([]string{"admit", "confess", "own"}, s.lemma(cue))
	if !s.bears(i, "xcomp") && !confessed || i < cue || s.upos(cue) != "VERB" || !slices.Contains(professing, s.lemma(cue)) || s.isPassiveForm(cue) {
		return false
	}
	return s.isPredicate(i) && (s.isGerund(i) || s.tag(s.child(i, "cop", "aux")) == "VBG")
}

// lasting are verbs whose gerund tells what is so when it is said: "denies owing anything".
var lasting = []string{"owe", "own", "have", "know", "hold", "belong", "want", "need", "support", "hate", "love", "like", "fear", "intend", "plan", "control"}

// isUnsaid tells a verb of saying whose source does not say it: "refused to say that", "failed to confirm that".
func (s *sentence) isUnsaid(cue int) bool {
	verbs := s.complex(cue)
	return slices.ContainsFunc(verbs[:len(verbs)-1], func(v int) bool {
		return slices.Contains([]string{"refuse", "decline", "reluctant", "unwilling", "hesitant", "loath"}, s.lemma(v)) || s.commitment(v).negative || s.isNegated(v)
	})
}
