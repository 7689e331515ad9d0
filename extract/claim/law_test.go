package claim

import (
	"flag"
	"go/scanner"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso/extract/document"
	"sayso/extract/parse"
)

var (
	lawRounds = flag.Int("rounds", 500, "how many documents of damaged trees TestLawsOnDamagedTrees reads")
	lawSeed   = flag.Uint64("seed", 1, "which documents TestLawsOnDamagedTrees reads")
)

// A tree may be as wrong as it likes: what is found still lies in its sentence, letter for letter, and the same twice.
func TestLawsOnDamagedTrees(t *testing.T) {
	stock := newStock(t)
	for round := range *lawRounds {
		random := rand.New(rand.NewPCG(*lawSeed, uint64(round)))
		trees := make([]parse.Tree, 1+random.IntN(3))
		for i := range trees {
			trees[i].Words = stock.sentence(random)
		}
		d := setDocument(t, random, trees)
		t.Run(strconv.Itoa(round), func(t *testing.T) { checkDamaged(t, d, trees) })
	}
}

// checkDamaged reads the trees of one document and writes them out where that panics or breaks a law.
func checkDamaged(t *testing.T, d *document.Document, trees []parse.Tree) {
	defer func() {
		if err := recover(); err != nil {
			t.Errorf("%v\n%s", err, debug.Stack())
		}
		if t.Failed() {
			t.Error(shortRows(trees))
		}
	}()
	claims := Find(d, trees)
	checkLaws(t, d, trees, claims)
	if !slices.EqualFunc(claims, Find(d, trees), func(a, b Claim) bool { return a.String() == b.String() }) {
		t.Errorf("other claims the second time of %q", d.Text)
	}
	Nary(d, trees, claims)
	Binary(d, trees, claims)
	for i := range trees {
		WhyNot(d, i, trees[i], func(document.Span) bool { return false })
		for _, c := range Cues(d, i, trees[i]) {
			if c.Word.Start < 0 || c.Word.End > len(d.Text) || c.Word.Start >= c.Word.End {
				t.Errorf("cue %+v", c)
			}
		}
	}
}

// shortRows writes trees as testdata has them.
func shortRows(trees []parse.Tree) string {
	var rows strings.Builder
	for _, t := range trees {
		rows.WriteString("# text =\n")
		for _, w := range t.Words {
			rows.WriteString(strings.Join([]string{w.Text, w.Lemma, w.UPOS, w.XPOS, strconv.Itoa(w.Head + 1), w.Relation, w.Name}, " ") + "\n")
		}
	}
	return rows.String()
}

// setDocument writes the words of trees as a text of some paragraphs, with some words next to each other.
func setDocument(t *testing.T, random *rand.Rand, trees []parse.Tree) *document.Document {
	var text strings.Builder
	for i := range trees {
		words := trees[i].Words
		for j := range words {
			words[j].Start = text.Len()
			text.WriteString(words[j].Text)
			words[j].End = text.Len()
			if random.IntN(12) > 0 {
				text.WriteString(" ")
			}
		}
		text.WriteString([]string{" ", "\n\n"}[random.IntN(2)])
	}
	d, err := document.Read("example", []byte(text.String()), document.Metadata{Published: published})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// stock is what damaged sentences are made of: the trees of testdata, and the words that the rules look for.
type stock struct {
	trees     [][]parse.Word
	rows      []parse.Word
	known     map[string]parse.Word
	words     []string
	relations []string
}

func newStock(t *testing.T) *stock {
	s := &stock{known: map[string]parse.Word{}}
	for _, text := range allCases(t) {
		for _, tree := range readTrees(t, text) {
			s.trees = append(s.trees, tree.Words)
			s.rows = append(s.rows, tree.Words...)
		}
	}
	for _, w := range s.rows {
		s.known[strings.ToLower(w.Text)] = w
		s.relations = append(s.relations, w.Relation)
	}
	slices.Sort(s.relations)
	s.relations = slices.Compact(s.relations)
	s.words = append(literals(t), listed(t)...)
	return s
}

// literals are the words quoted in the rules.
func literals(t *testing.T) []string {
	var all []string
	for _, text := range readFiles(t, "*.go") {
		var s scanner.Scanner
		files := token.NewFileSet()
		s.Init(files.AddFile("", -1, len(text)), []byte(text), nil, 0)
		for _, tok, lit := s.Scan(); tok != token.EOF; _, tok, lit = s.Scan() {
			if word, err := strconv.Unquote(lit); err == nil && tok == token.STRING && wordPattern.MatchString(word) {
				all = append(all, word)
			}
		}
	}
	return all
}

var wordPattern = regexp.MustCompile(`^[[:alpha:]'’-]+$`)

// listed are the words of the lexicons.
func listed(t *testing.T) []string {
	var all []string
	for _, text := range readFiles(t, "words/*.txt") {
		for _, fields := range lines(text) {
			all = append(all, fields[0])
		}
	}
	return all
}

func readFiles(t *testing.T, pattern string) []string {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(files), err)
	}
	var all []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return all
}

// sentence is a tree of testdata, damaged, or now and then one of words drawn at random; mostly with one root, as parsers leave it.
func (s *stock) sentence(random *rand.Rand) []parse.Word {
	var words []parse.Word
	if random.IntN(6) > 0 {
		words = slices.Clone(s.trees[random.IntN(len(s.trees))])
	}
	for len(words) < 2 {
		for range 2 + random.IntN(14) {
			words = s.insert(random, words)
		}
	}
	if cut := random.IntN(len(words)); random.IntN(4) == 0 {
		for range min(cut, 4) {
			words = remove(words, 0)
		}
	}
	for range random.IntN(8) {
		words = s.damage(random, words)
	}
	for range random.IntN(2) * random.IntN(len(words)) {
		words = s.damage(random, words)
	}
	if random.IntN(4) > 0 {
		rootOnce(words)
	}
	if random.IntN(100) == 0 {
		words[random.IntN(len(words))].Head = random.IntN(len(words)) // perhaps no tree
	}
	return words
}

// rootOnce leaves one word the root and hangs the others of that kind on it.
func rootOnce(words []parse.Word) {
	root := slices.IndexFunc(words, func(w parse.Word) bool { return w.Head == parse.Root })
	for i := range words {
		switch {
		case i == root:
			words[i].Relation = "root"
		case words[i].Head == parse.Root:
			words[i].Head = root
			fallthrough
		case words[i].Relation == "root":
			words[i].Relation = "dep"
		}
	}
}

// draw picks a word with its tags.
func (s *stock) draw(random *rand.Rand) parse.Word {
	w := s.rows[random.IntN(len(s.rows))]
	if random.IntN(2) == 0 {
		w.Text = s.words[random.IntN(len(s.words))]
		w.Lemma = w.Text
		if known, ok := s.known[w.Text]; ok && random.IntN(4) > 0 {
			w = known
		}
	}
	return w
}

// damage changes one thing of a tree: a word, its tags, its head or its relation.
func (s *stock) damage(random *rand.Rand, words []parse.Word) []parse.Word {
	i, drawn := random.IntN(len(words)), s.draw(random)
	w := &words[i]
	switch random.IntN(11) {
	case 0:
		return remove(words, i)
	case 1:
		return s.insert(random, words)
	case 2:
		w.Text, w.Lemma, w.UPOS, w.XPOS = drawn.Text, drawn.Lemma, drawn.UPOS, drawn.XPOS
	case 3:
		w.UPOS, w.XPOS, w.Feats, w.Name = drawn.UPOS, drawn.XPOS, drawn.Feats, drawn.Name
	case 4:
		_, n := utf8.DecodeRuneInString(w.Text)
		w.Text = strings.ToUpper(w.Text[:n]) + w.Text[n:]
	case 5:
		w.Relation = drawn.Relation
	case 6:
		w.Relation = s.relations[random.IntN(len(s.relations))]
	case 7:
		rehang(words, i, random.IntN(len(words)))
	case 8:
		rehang(words, i, max(0, min(len(words)-1, i-2+random.IntN(5))))
	case 9:
		swap(words, i, random.IntN(len(words)))
	case 10:
		return s.join(random, words)
	}
	return words
}

// insert puts a word somewhere and hangs it somewhere.
func (s *stock) insert(random *rand.Rand, words []parse.Word) []parse.Word {
	at := random.IntN(len(words) + 1)
	for i := range words {
		if words[i].Head >= at {
			words[i].Head++
		}
	}
	w := s.draw(random)
	w.Head = parse.Root
	words = slices.Insert(words, at, w)
	rehang(words, at, random.IntN(len(words)))
	return words
}

// join puts another tree behind or before one and hangs it on a word of that.
func (s *stock) join(random *rand.Rand, words []parse.Word) []parse.Word {
	other := s.trees[random.IntN(len(s.trees))]
	if random.IntN(2) == 0 {
		words, other = other, words
	}
	n := len(words)
	words = slices.Concat(words, other)
	for i := n; i < len(words); i++ {
		if words[i].Head >= 0 {
			words[i].Head += n
		} else if random.IntN(8) > 0 {
			words[i].Head, words[i].Relation = random.IntN(n), s.relations[random.IntN(len(s.relations))]
		}
	}
	return words
}

// swap lets two words change their places, each with what hangs on it.
func swap(words []parse.Word, i, j int) {
	words[i], words[j] = words[j], words[i]
	for k := range words {
		switch words[k].Head {
		case i:
			words[k].Head = j
		case j:
			words[k].Head = i
		}
	}
}

// remove takes a word out, unless it is the last, and hangs what hung on it on its head.
func remove(words []parse.Word, at int) []parse.Word {
	if len(words) < 2 {
		return words
	}
	head := words[at].Head
	for i := range words {
		if words[i].Head == at {
			words[i].Head = head
		}
		if words[i].Head > at {
			words[i].Head--
		}
	}
	return slices.Delete(words, at, at+1)
}

// rehang hangs a word elsewhere, such that the result is a tree still.
func rehang(words []parse.Word, i, head int) {
	for j := head; j != parse.Root; j = words[j].Head {
		if j == i {
			return
		}
	}
	words[i].Head = head
}

func allCases(t *testing.T) []string {
	var cases []string
	for _, text := range readFiles(t, "testdata/*.txt") {
		for _, c := range splitCases(text) {
			tree, _, _ := strings.Cut(c, "\n----")
			cases = append(cases, tree)
		}
	}
	return cases
}

func checkLaws(t *testing.T, d *document.Document, trees []parse.Tree, claims []Claim) {
	t.Helper()
	for _, c := range claims {
		words := trees[c.Tree].Words
		first, last := words[0].Start, words[len(words)-1].End
		if c.Quote.Start < first || c.Quote.End > last || c.Quote.Start >= c.Quote.End {
			t.Errorf("quote %v outside its sentence %d-%d: %s", c.Quote, first, last, c)
		}
		if c.Predicate.Name == "" || c.Predicate.Lemma == "" || strings.Contains(c.Predicate.Name, " ") {
			t.Errorf("relation %q [%q]: %s", c.Predicate.Name, c.Predicate.Lemma, c)
		}
		if c.Content >= len(claims) || c.Confidence <= 0 || c.Confidence > 1 || c.Rule == "" {
			t.Errorf("content %d, confidence %v, rule %q: %s", c.Content, c.Confidence, c.Rule, c)
		}
		checkPhrase(t, d, trees, c.Subject)
		if c.Object != nil {
			checkPhrase(t, d, trees, *c.Object)
		}
		for _, a := range c.Arguments {
			checkPhrase(t, d, trees, a.Phrase)
		}
	}
}

func checkPhrase(t *testing.T, d *document.Document, trees []parse.Tree, p Phrase) {
	t.Helper()
	if len(p.Words) == 0 || p.Text != d.Text[p.Span.Start:p.Span.End] {
		t.Errorf("phrase %+v", p)
	}
	if !p.Clause && !slices.Contains(p.Words, p.Head) {
		t.Errorf("phrase %q without its head %s", p.Text, trees[p.Tree].Words[p.Head].Text)
	}
	words := trees[p.Tree].Words
	if first, last := words[0].Start, words[len(words)-1].End; p.Span.Start < first || p.Span.End > last {
		t.Errorf("phrase %q at %v outside its sentence %d-%d", p.Text, p.Span, first, last)
	}
}
