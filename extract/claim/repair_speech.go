package claim

// mendSaidThat gives a verb of saying the that-clause that hangs beside it or on a noun between:
// "announced on Wednesday that …", "told reporters that …".
func (s *sentence) mendSaidThat(i int) {
	if !s.isCue(i) || s.isWeakCue(i) || s.has(i, "ccomp") || s.isSo(i) {
		return
	}
	for _, c := range s.dependents(i) {
		if c < i {
			continue
		}
		if s.is(c, "advcl", "acl", "parataxis") && s.opensWithThat(c) {
			s.move(c, i, "ccomp")
			return
		}
		if !s.is(c, "obl", "obj", "iobj", "advmod") || s.is(c, "obj", "iobj") && !s.hasAddressee(i) {
			continue
		}
		for _, g := range s.dependents(c) {
			if g > c && s.is(g, "acl", "advcl", "ccomp") && s.opensWithThat(g) && (!s.hasContent(c) || s.role(c) == "in") {
				s.move(g, i, "ccomp")
				return
			}
		}
	}
}

// isSo tells "so convinced that", where the clause is the consequence.
func (s *sentence) isSo(i int) bool {
	so := s.child(i, "advmod")
	return so != none && s.form(so) == "so"
}

// hasAddressee tells verbs whose object is who is told, not what.
func (s *sentence) hasAddressee(i int) bool {
	switch s.lemma(i) {
	case "tell", "inform", "notify", "assure", "reassure", "warn", "remind", "persuade", "convince", "promise", "advise":
		return true
	}
	return false
}

// opensWithThat tells a clause that "that" only joins, not as its subject or object.
func (s *sentence) opensWithThat(i int) bool {
	mark := s.child(i, "mark")
	if that := s.child(i, "obj"); mark == none && that != none && s.form(that) == "that" && (s.tag(that) == "IN" || s.has(i, "nsubj:pass") && that < i) {
		s.words[that].Relation, mark = "mark", that
	}
	return mark != none && s.form(mark) == "that" && mark < i && s.has(i, "nsubj", "csubj", "expl")
}

// mendSaidAfter makes ", a joint statement has said" and ",” added Yermak" a parenthesis of the
// clause that they attribute, wherever the parser hung them.
func (s *sentence) mendSaidAfter(i int) {
	if !s.isCue(i) || s.has(i, "ccomp", "xcomp", "cc", "mark") || s.tag(i) == "VBG" || s.isPassiveForm(i) {
		return
	}
	s.mendInverted(i)
	source := s.child(i, "nsubj")
	if source == none || s.has(i, "obj") && s.lemma(i) != "tell" || !s.followsContent(i, source) {
		return
	}
	s.hangOnContent(i)
}

// mendInverted gives "said Dunn" and "added Yermak" the subject that follows.
func (s *sentence) mendInverted(i int) {
	object := s.child(i, "obj")
	if object != i+1 && !(object > i && s.leftmost(object) == i+1) {
		return
	}
	if !s.has(i, "nsubj") && s.closesQuotation(i-1) && (s.isName(object) || s.form(object) == "he" || s.form(object) == "she") {
		s.words[object].Relation = "nsubj"
	}
}

// closesQuotation tells a closing quotation mark, or a comma.
func (s *sentence) closesQuotation(i int) bool {
	if s.isComma(i) {
		return true
	}
	if !s.isQuotationMark(i) || s.form(i) == "“" || s.form(i) == "``" {
		return false
	}
	marks := 0
	for j := 0; j <= i; j++ {
		if s.form(j) == "\"" {
			marks++
		}
	}
	return s.form(i) != "\"" || marks%2 == 0 || marks == 1
}

// followsContent tells a saying that a comma or closing quotation mark sets off after words
// that it does not govern.
func (s *sentence) followsContent(i, source int) bool {
	start := min(s.leftmost(source), i)
	if start == 0 || !s.isComma(start-1) && !s.isQuotationMark(start-1) {
		return false
	}
	for j := 0; j < start; j++ {
		if s.upos(j) == "VERB" || s.upos(j) == "AUX" {
			return true
		}
	}
	return false
}

// hangOnContent hangs the saying on the clause before it, or the clause on the saying.
func (s *sentence) hangOnContent(i int) {
	root := s.root()
	if root == i {
		if !s.quotesAs(i) {
			s.mendSaidOf(i)
		}
		return
	}
	if s.within(i, root) && root < i && (s.isPredicate(root) || s.isNominal(root)) {
		s.move(i, root, "parataxis")
	}
}

// mendSaidOf gives a verb of saying at the root the clause before it.
func (s *sentence) mendSaidOf(i int) {
	for _, c := range s.dependents(i) {
		if c < i && s.isPredicate(c) && s.is(c, "advcl", "parataxis", "dep", "conj") && !s.has(c, "mark") && s.has(c, "nsubj", "csubj", "expl") {
			s.words[c].Relation = "ccomp"
			return
		}
	}
}

// mendSaidAgain hangs the second of "said …, and said …" on the first, not on what the first says.
func (s *sentence) mendSaidAgain(i int) {
	if !s.bears(i, "conj") || !s.isCue(i) || s.has(i, "nsubj") {
		return
	}
	content := s.above(i)
	if content < 0 || !s.is(content, "ccomp") || s.above(content) < 0 {
		return
	}
	if cue := s.above(content); s.lemma(cue) == s.lemma(i) && s.isCue(cue) && s.child(content, "conj") == i {
		s.move(i, cue, "conj")
	}
}

// mendSaidBefore turns round "he said Ukraine is ready" where the saying was hung on what is said.
func (s *sentence) mendSaidBefore(i int) {
	content := s.above(i)
	if content < i || !s.isCue(i) || !s.bears(i, "advcl") || s.has(i, "mark", "obj", "ccomp", "xcomp") || !s.has(i, "nsubj") || s.tag(i) == "VBG" {
		return
	}
	subject := s.child(content, "nsubj")
	if subject == none || s.leftmost(subject) != i+1 {
		return
	}
	s.rearrange(func() {
		s.words[i].Head, s.words[i].Relation = s.above(content), s.words[content].Relation
		s.words[content].Head, s.words[content].Relation = i, "ccomp"
		for _, c := range s.children(content, "conj", "punct") {
			if c < i {
				s.words[c].Head = i
			}
		}
	})
}

// mendSaidWhen gives "on Tuesday" of "said on Tuesday it would cut jobs" to the saying.
func (s *sentence) mendSaidWhen(i int) {
	content := s.above(i)
	if !s.is(i, "obl", "obl:unmarked") || !s.isTime(i) || !s.is(content, "ccomp") || s.above(content) != s.leftmost(i)-1 {
		return
	}
	cue, subject := s.above(content), s.child(content, "nsubj", "csubj", "expl")
	if s.tag(s.leftmost(i)) == "WRB" {
		return
	}
	if subject > i && s.isCue(cue) && s.leftmost(subject) == s.rightmost(i)+1 {
		s.move(i, cue, s.words[i].Relation)
	}
}

// mendTold gives a verb of telling the one who is told where its content was given it: "told
// Reuters the plan was dead".
func (s *sentence) mendTold(i int) {
	content := s.above(i)
	cue := s.above(content)
	if !s.is(i, "obj", "nsubj") || !s.is(content, "ccomp") || !s.hasAddressee(cue) || s.has(cue, "obj", "iobj") || s.leftmost(i) != cue+1 {
		return
	}
	for _, subject := range s.children(content, "nsubj") {
		if subject > i && s.leftmost(subject) == s.rightmost(i)+1 {
			s.move(i, cue, "iobj")
			return
		}
	}
}

// mendQuotedAdjunct gives "if they look" of “If they look, it will close,” she said, and of “It will close,” she said,
// “if they look,” to what was said.
func (s *sentence) mendQuotedAdjunct(i int) {
	cue := s.above(i)
	content := s.child(cue, "ccomp")
	if !s.is(i, "advcl", "obl") || content < i && i < cue || !s.isCue(cue) || content < 0 || content > cue || !s.has(content, "nsubj", "csubj", "expl") {
		return
	}
	if s.inQuotation(s.leftmost(i)) && s.inQuotation(content) && !s.inQuotation(cue) {
		s.move(i, content, s.words[i].Relation)
	}
}

// mendSecondSubject gives the verb of "The drug, called Ambra, cut deaths by half, Holt Labs said" its subject, where both
// subjects were hung on the verb of saying, and that of "Lund, 54, cut corners, police said", hung on its subject.
func (s *sentence) mendSecondSubject(i int) {
	subjects := s.children(i, "nsubj")
	if !s.isCue(i) || len(subjects) != 2 || subjects[1] > i || !s.isComma(s.leftmost(subjects[1])-1) {
		return
	}
	for _, v := range append(s.children(i, "advcl", "ccomp", "conj", "parataxis", "dep"), s.children(subjects[0], "conj")...) {
		past := s.tag(v) == "VBD" || s.tag(v) == "VBN"
		if v > subjects[0] && v < subjects[1] && s.upos(v) == "VERB" && (past || s.isFinite(v)) && !s.has(v, "nsubj", "mark", "cc") {
			s.rearrange(func() {
				s.words[subjects[0]].Head = v
				s.words[v].Head, s.words[v].Relation = i, "ccomp"
				if past {
					s.words[v].XPOS = "VBD"
				}
			})
			return
		}
	}
}
