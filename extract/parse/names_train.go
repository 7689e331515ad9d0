package parse

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
	"unicode"
)

const (
	nameBits   = 20
	nameEpochs = 6
)

// trainNames learns from words with names. A Name of "?" is unknown and teaches nothing.
func trainNames(trees [][]Word, c *clusters, seed uint64) *nameTagger {
	t := &nameTagger{clusters: c, gazetteer: loadGazetteer()}
	number := numbers(nameClasses)
	l := newLearner(nameClasses, nameBits)
	samples := make([]nameSample, len(trees))
	for i, words := range trees {
		samples[i] = t.sample(words, number)
	}
	order := rand.New(rand.NewPCG(seed, 2))
	for range nameEpochs {
		for _, s := range order.Perm(len(samples)) {
			samples[s].learn(l)
		}
	}
	t.perceptron = l.perceptron()
	return t
}

// nameSample is a sentence ready to learn from; gold is -1 where it is unknown.
type nameSample struct {
	words []nameEvidence
	gold  []int
}

func (t *nameTagger) sample(words []Word, number map[string]int) nameSample {
	s := nameSample{words: nameFeatures(words, t.clusters.forms(words), t.gazetteer.marks(words)), gold: make([]int, len(words))}
	for i, w := range words {
		s.gold[i] = -1
		if class, ok := number[w.Name]; ok {
			s.gold[i] = class
		}
	}
	return s
}

// learn moves the weights from the sequence guessed to the gold one, word by word (Collins 2002).
func (s *nameSample) learn(l *learner) {
	guess := bestNames(s.words, l.score)
	features := make([]uint32, 0, 8)
	for i, w := range s.words {
		gold, last, guessedLast := s.gold[i], outside, outside
		if i > 0 {
			last, guessedLast = s.gold[i-1], guess[i-1]
		}
		if gold < 0 || last < 0 || gold == guess[i] && last == guessedLast {
			continue
		}
		l.update(w.word, gold, guess[i])
		features = stepFeatures(features[:0], w.step, last)
		for _, f := range features {
			l.add(f&l.mask+uint32(gold), 1)
		}
		features = stepFeatures(features[:0], w.step, guessedLast)
		for _, f := range features {
			l.add(f&l.mask+uint32(guess[i]), -1)
		}
	}
}

// titleCased returns the words as a headline writes them.
func titleCased(words []Word) []Word {
	headline := make([]Word, len(words))
	copy(headline, words)
	for i := range headline {
		w := &headline[i]
		if i > 0 && isSmall(w.Text) {
			continue
		}
		w.Text = upperFirst(w.Text)
	}
	return headline
}

// isSmall reports whether headlines leave a word in lower case.
func isSmall(word string) bool {
	switch word {
	case "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as", "over", "after", "into", "amid", "than", "that":
		return true
	}
	return len(word) < 3
}

func upperFirst(word string) string {
	for i, r := range word {
		return string(unicode.ToUpper(r)) + word[i+len(string(r)):]
	}
	return word
}

// nameKinds maps the kinds of names of the corpora to ours; "?" teaches nothing.
var nameKinds = map[string]string{
	"PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "?", "O": "?",
	"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG",
	"country": "LOC", "location": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC",
	"corporation": "ORG", "group": "ORG", "creative-work": "MISC", "product": "MISC",
}

// mapName returns the name tag of a corpus as one of ours.
func mapName(tag string) string {
	prefix, kind, ok := strings.Cut(tag, "-")
	if !ok {
		return "O"
	}
	mapped, ok := nameKinds[kind]
	if !ok || mapped == "?" {
		return "?"
	}
	return prefix + "-" + mapped
}

// nameCorpora are the files that names are learnt from, with how often each is read: the small corpus of politics
// is nearest to news.
var nameCorpora = []struct {
	path  string
	times int
	read  func(io.Reader) ([][]Word, error)
}{
	{"ner/en_ewt-ud-train.commit-0c7ce0.iob2", 1, readNames},
	{"ner/crossner_politics/train.txt", 2, readNames},
	{"ner/wnut17train.conll", 1, readNames},
	{"treebank/gum-open-train.conllu", 1, readEntities},
}

// One sentence in so many is learnt as a headline too, or with other persons in it.
const (
	headlineShare = 8
	renamedShare  = 3
)

// readNameCorpora reads what names are learnt from and notes the hashes of the files.
func readNameCorpora(files fs.FS, seed uint64, hashes map[string]string) ([][]Word, error) {
	var all [][]Word
	random := rand.New(rand.NewPCG(seed, 3))
	renamer := loadGazetteer().renamer(random)
	for _, c := range nameCorpora {
		text, err := fs.ReadFile(files, c.path)
		if err != nil {
			return nil, err
		}
		sentences, err := c.read(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", c.path, err)
		}
		sum := sha256.Sum256(text)
		hashes[c.path] = hex.EncodeToString(sum[:])
		for range c.times {
			all = append(all, sentences...)
		}
		for _, s := range sentences {
			if random.IntN(headlineShare) == 0 {
				all = append(all, titleCased(s))
			}
			if renamed := renamer.rename(s); renamed != nil && random.IntN(renamedShare) == 0 {
				all = append(all, renamed)
			}
		}
	}
	return all, nil
}
