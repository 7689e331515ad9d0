package parse

// input is a sentence as the parser sees it: one word each, then the artificial root, then no word.
type input struct {
	size   int
	words  []inputWord
	verbs  []uint8 // how many verbs, commas, conjunctions and marks stand before each word
	commas []uint8
	joins  []uint8
	marks  []uint8
}

type inputWord struct {
	word, tag, pos, wordTag uint32
	fine, coarse, fineTag   uint32
	lemma, suffix           uint32
}

func newInput(words []Word, forms []form) *input {
	n := len(words)
	in := &input{size: n, words: make([]inputWord, n+2), verbs: make([]uint8, n+2), commas: make([]uint8, n+2), joins: make([]uint8, n+2), marks: make([]uint8, n+2)}
	for i := range words {
		w, f := &words[i], &forms[i]
		iw := inputWord{word: f.lower, tag: hash(w.XPOS), pos: hash(w.UPOS), fine: f.fine + 1, coarse: f.coarse + 1, lemma: hash(w.Lemma), suffix: f.suffixes[2]}
		iw.tag = key(900, iw.tag, iw.pos, 0)
		in.words[i] = iw
		in.count(i, w)
	}
	in.words[n] = inputWord{word: 2, tag: 2, pos: 2}
	in.words[n+1] = inputWord{word: 3, tag: 3, pos: 3}
	for i := range in.words {
		w := &in.words[i]
		w.wordTag = key(901, w.word, w.tag, 0)
		w.fineTag = key(902, w.fine, w.tag, 0)
	}
	return in
}

func (in *input) count(i int, w *Word) {
	in.verbs[i+1], in.commas[i+1], in.joins[i+1], in.marks[i+1] = in.verbs[i], in.commas[i], in.joins[i], in.marks[i]
	switch {
	case w.UPOS == "VERB":
		in.verbs[i+1]++
	case w.XPOS == ",":
		in.commas[i+1]++
	case w.UPOS == "CCONJ":
		in.joins[i+1]++
	case w.UPOS == "PUNCT":
		in.marks[i+1]++
	}
}

// between sums up what stands between two words.
func (in *input) between(from, to int) uint32 {
	if from >= in.size || to > in.size || to <= from {
		return 0
	}
	from++
	return bounded(in.verbs[to]-in.verbs[from], 3) | bounded(in.commas[to]-in.commas[from], 2)<<2 |
		bounded(in.joins[to]-in.joins[from], 1)<<4 | bounded(in.marks[to]-in.marks[from], 1)<<5 | 64
}

func bounded(n, limit uint8) uint32 { return uint32(min(n, limit)) }

func distance(from, to int) uint32 {
	switch d := to - from; {
	case d < 5:
		return uint32(d)
	case d < 8:
		return 5
	case d < 12:
		return 6
	}
	return 7
}

func fold(labels uint64) uint32 { return uint32((labels * 0x9E3779B97F4A7C15) >> 32) }

// moveFeatures appends the features of a configuration: the templates of Zhang and Nivre (2011), with word clusters.
func (in *input) moveFeatures(f []uint32, s *state) []uint32 {
	i0, i1, i2 := s.top(0), s.top(1), s.top(2)
	b0, b1, b2 := s.front(0), s.front(1), s.front(2)
	s0, s1, s2 := &in.words[i0], &in.words[i1], &in.words[i2]
	n0, n1, n2 := &in.words[b0], &in.words[b1], &in.words[b2]
	x0, x1, y0 := &s.nodes[i0], &s.nodes[i1], &s.nodes[b0]

	f = append(f, key(0, 0, 0, 0),
		key(1, s0.word, 0, 0), key(2, s0.tag, 0, 0), key(3, s0.wordTag, 0, 0), key(4, s0.fine, 0, 0), key(5, s0.fineTag, 0, 0), key(6, s0.coarse, s0.tag, 0), key(7, s0.pos, 0, 0),
		key(11, s1.word, 0, 0), key(12, s1.tag, 0, 0), key(13, s1.wordTag, 0, 0), key(14, s1.fine, 0, 0), key(15, s1.fineTag, 0, 0), key(16, s1.coarse, s1.tag, 0), key(17, s1.pos, 0, 0),
		key(21, s2.tag, 0, 0), key(22, s2.wordTag, 0, 0), key(23, s2.fineTag, 0, 0),
		key(31, n0.word, 0, 0), key(32, n0.tag, 0, 0), key(33, n0.wordTag, 0, 0), key(34, n0.fine, 0, 0), key(35, n0.fineTag, 0, 0), key(36, n0.coarse, n0.tag, 0), key(37, n0.pos, 0, 0),
		key(41, n1.word, 0, 0), key(42, n1.tag, 0, 0), key(43, n1.wordTag, 0, 0), key(44, n1.fineTag, 0, 0),
		key(51, n2.word, 0, 0), key(52, n2.tag, 0, 0), key(53, n2.wordTag, 0, 0), key(54, n2.fineTag, 0, 0))

	f = append(f,
		key(60, s0.wordTag, n0.wordTag, 0), key(61, s0.wordTag, n0.tag, 0), key(62, s0.tag, n0.wordTag, 0), key(63, s0.word, n0.word, 0), key(64, s0.tag, n0.tag, 0),
		key(65, s0.fineTag, n0.fineTag, 0), key(66, s0.fineTag, n0.tag, 0), key(67, s0.tag, n0.fineTag, 0), key(68, s0.coarse, n0.coarse, 0), key(69, s0.wordTag, n0.fineTag, 0), key(70, s0.fineTag, n0.wordTag, 0),
		key(71, s1.wordTag, s0.wordTag, 0), key(72, s1.wordTag, s0.tag, 0), key(73, s1.tag, s0.wordTag, 0), key(74, s1.word, s0.word, 0), key(75, s1.tag, s0.tag, 0),
		key(76, s1.fineTag, s0.fineTag, 0), key(77, s1.fineTag, s0.tag, 0), key(78, s1.tag, s0.fineTag, 0), key(79, s1.coarse, s0.coarse, 0), key(80, s1.wordTag, s0.fineTag, 0), key(81, s1.fineTag, s0.wordTag, 0),
		key(82, s1.tag, n0.tag, 0), key(83, s1.word, n0.word, 0), key(84, s1.fineTag, n0.fineTag, 0), key(85, s1.wordTag, n0.tag, 0), key(86, s1.tag, n0.wordTag, 0),
		key(87, n0.tag, n1.tag, 0), key(88, n0.word, n1.word, 0), key(89, n0.wordTag, n1.tag, 0), key(90, n0.tag, n1.wordTag, 0), key(91, s0.word, n1.word, 0), key(92, s0.fineTag, n1.fineTag, 0))

	f = append(f,
		key(100, s0.tag, n0.tag, n1.tag), key(101, s1.tag, s0.tag, n0.tag), key(102, s2.tag, s1.tag, s0.tag), key(103, n0.tag, n1.tag, n2.tag),
		key(104, s0.word, n0.tag, n1.tag), key(105, s0.tag, n0.word, n1.tag), key(106, s0.tag, n0.tag, n1.word), key(107, s1.word, s0.tag, n0.tag), key(108, s1.tag, s0.word, n0.tag), key(109, s1.tag, s0.tag, n0.word),
		key(110, s1.coarse, s0.coarse, n0.coarse), key(111, s0.coarse, n0.coarse, n1.coarse), key(112, s1.word, s0.word, n0.word), key(113, s2.tag, s0.tag, n0.tag))

	f = in.dependents(f, s, i0, 120, s0.tag, n0.tag)
	f = in.dependents(f, s, i1, 150, s1.tag, s0.tag)
	f = in.dependents(f, s, b0, 180, n0.tag, s0.tag)

	sl, sr := &in.words[x1.right], &in.words[x0.left]
	f = append(f,
		key(210, s1.tag, sl.tag, s0.tag), key(211, s1.tag, s0.tag, sr.tag), key(212, s1.wordTag, sl.word, s0.word),
		key(213, s0.tag, in.words[x0.right].tag, n0.tag), key(214, s0.tag, in.words[y0.left].tag, n0.tag), key(215, s0.word, in.words[y0.left].word, n0.word))

	f = append(f,
		key(260, s1.word, fold(x0.leftLabels), 0), key(261, s1.fine, fold(x0.leftLabels), 0), key(262, s1.tag, s0.tag, fold(x0.leftLabels)),
		key(263, s1.word, in.words[x0.left].word, 0), key(264, s1.fine, in.words[x0.left].word, s0.tag), key(265, s0.tag, n0.tag, fold(y0.leftLabels)),
		key(266, s0.word, fold(y0.leftLabels), n0.tag), key(267, s1.word, fold(x1.rightLabels), s0.tag), key(268, s1.lemma, s0.lemma, 0), key(269, s0.lemma, n0.lemma, 0),
		key(270, s1.lemma, s0.tag, 0), key(271, s1.tag, s0.lemma, 0), key(272, s0.lemma, n0.tag, 0), key(273, s0.tag, n0.lemma, 0))

	d0, d1 := distance(i0, b0), distance(i1, i0)
	f = append(f,
		key(220, d0, s0.word, 0), key(221, d0, s0.tag, 0), key(222, d0, n0.word, 0), key(223, d0, n0.tag, 0), key(224, d0, s0.tag, n0.tag),
		key(225, d1, s1.word, 0), key(226, d1, s1.tag, 0), key(227, d1, s0.word, 0), key(228, d1, s0.tag, 0), key(229, d1, s1.tag, s0.tag))

	a0, a1 := in.between(i0, b0), in.between(i1, i0)
	f = append(f,
		key(240, a0, s0.tag, n0.tag), key(241, a1, s1.tag, s0.tag), key(242, a0, s0.word, n0.tag), key(243, a1, s1.word, s0.tag), key(244, a1, s1.tag, s0.word))

	after, before := in.at(i0+1), in.at(i1-1)
	f = append(f,
		key(250, s1.tag, in.at(i1+1).tag, s0.tag), key(251, s1.tag, in.at(i0-1).tag, s0.tag), key(252, before.tag, s1.tag, s0.tag), key(253, s1.tag, s0.tag, after.tag),
		key(254, s0.tag, in.at(b0-1).tag, n0.tag), key(255, in.at(i0-1).tag, s0.tag, n0.tag), key(256, s0.tag, after.tag, n0.tag))
	return f
}

func (in *input) at(i int) *inputWord {
	if i < 0 || i >= in.size {
		return &in.words[in.size+1]
	}
	return &in.words[i]
}

// dependents appends what hangs below word i: its outermost dependents, theirs, how many, and with which relations.
func (in *input) dependents(f []uint32, s *state, i int, t, tag, other uint32) []uint32 {
	x := &s.nodes[i]
	word := in.words[i].word
	l, l2 := &in.words[x.left], &in.words[x.left2]
	ll, ll2 := s.nodes[x.left].relation, s.nodes[x.left2].relation
	lefts, leftSet := min(x.lefts, 5), fold(x.leftLabels)
	f = append(f,
		key(t, l.word, 0, 0), key(t+1, l.tag, 0, 0), key(t+2, ll, 0, 0), key(t+3, l2.tag, ll2, 0), key(t+4, tag, l.tag, l2.tag), key(t+5, tag, l.tag, other),
		key(t+6, word, lefts, 0), key(t+7, tag, lefts, 0), key(t+8, word, leftSet, 0), key(t+9, tag, leftSet, 0), key(t+10, word, ll, l.word))
	if i >= s.next {
		return f
	}
	r, r2 := &in.words[x.right], &in.words[x.right2]
	rl, rl2 := s.nodes[x.right].relation, s.nodes[x.right2].relation
	rights, rightSet := min(x.rights, 5), fold(x.rightLabels)
	return append(f,
		key(t+11, r.word, 0, 0), key(t+12, r.tag, 0, 0), key(t+13, rl, 0, 0), key(t+14, r2.tag, rl2, 0), key(t+15, tag, r.tag, r2.tag), key(t+16, tag, r.tag, other),
		key(t+17, word, rights, 0), key(t+18, tag, rights, 0), key(t+19, word, rightSet, 0), key(t+20, tag, rightSet, 0), key(t+21, word, rl, r.word),
		key(t+22, tag, rightSet, other), key(t+23, tag, leftSet, rightSet))
}
