package answer

// speech reads questions about what somebody says: the content is the pattern, the speaker its voice.
func (q *question) speech(root int) []Pattern {
	if !speechVerbs[q.lemma(root)] || !q.isOpen() {
		return nil
	}
	if content := q.Child(root, "ccomp"); content != none {
		return q.said(root, content)
	}
	return q.saidAbout(root)
}

// said reads "Who said that P?", where the voice is asked for, and "What did X say P?", where it is given.
func (q *question) said(root, content int) []Pattern {
	plain := q.clause(root)
	verbs := q.verbs(content)
	inner := Pattern{Form: Find, Weight: 1, Modality: q.modality(verbs), Negative: q.isNegative(verbs)}
	inner.Relation, inner.Parts = q.relation(verbs), q.parts(verbs)
	if q.within(q.asked, content) {
		inner.Slot = q.slot(verbs)
		inner.Voice = q.subject(root)
		return []Pattern{inner}
	}
	if plain[0].Slot.Role != subjectRole {
		return plain
	}
	inner.Slot, inner.Cue = Slot{Role: voiceRole, Wants: Anyone}, q.lemma(root)
	return []Pattern{inner, plain[0]}
}

// saidAbout reads "What did X say about Y?"
func (q *question) saidAbout(root int) []Pattern {
	speaker := q.subject(root)
	patterns := q.clause(root)
	if speaker == nil || patterns[0].Slot.Wants != Anything {
		return nil
	}
	said := Pattern{Form: Find, Weight: 0.9, Also: true, Voice: speaker, Slot: Slot{Role: claimRole, Wants: Anything}, Modality: patterns[0].Modality}
	if verb := q.lemma(root); isDenial(verb) || isAdmission(verb) {
		said.Cue = verb
	}
	for i := range patterns[0].Parts {
		part := &patterns[0].Parts[i]
		if part.Role == subjectRole {
			continue
		}
		part.Loose = false
		said.Parts = append(said.Parts, Part{Term: part.Term})
	}
	return append(patterns, said)
}

// isAdmission tells verbs of which plain saying is no case.
func isAdmission(verb string) bool {
	switch verb {
	case "admit", "acknowledge", "confess", "concede", "confirm", "warn":
		return true
	}
	return false
}

func (q *question) subject(verb int) *Term {
	s := q.Child(verb, "nsubj")
	if s == none || s == q.asked {
		return nil
	}
	t := q.term(s)
	return &t
}

func (q *question) within(i, top int) bool {
	for ; i >= 0; i = q.Words[i].Head {
		if i == top {
			return true
		}
	}
	return false
}
