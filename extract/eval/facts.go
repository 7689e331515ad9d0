package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"sayso/graph"
)

// Fact is one line of gold: what some claim of a document should say, as far as the fact names it.
type Fact struct {
	ID       string           `json:"id"`
	Document string           `json:"doc"` // the beginning of its id
	Subject  []pattern        `json:"s"`   // one is the subject's whole name, mention or value
	Lemmas   []string         `json:"p"`   // the words of one are among those of the relation
	Object   []pattern        `json:"o"`   // one is found in the object, an argument or the time
	By       *pattern         `json:"by"`  // found in the source
	Polarity graph.Polarity   `json:"pol"`
	Modality []graph.Modality `json:"mod"`
	Time     string           `json:"time"` // the beginning of the value
}

// pattern is a regular expression that ignores case.
type pattern struct{ whole, part *regexp.Regexp }

func (p *pattern) UnmarshalJSON(text []byte) error {
	var expression string
	if err := json.Unmarshal(text, &expression); err != nil {
		return err
	}
	part, err := regexp.Compile("(?i)" + expression)
	if err != nil {
		return err
	}
	p.part, p.whole = part, regexp.MustCompile("(?i)^(?:"+expression+")$")
	return nil
}

// Names and phrases longer than this are not looked at: they would match by chance.
const (
	nameWords     = 12
	relationWords = 6
	phraseWords   = 30
)

// ReadFacts reads facts, one a line.
func ReadFacts(r io.Reader) ([]Fact, error) { return readJSONLines[Fact](r) }

// ReadClaims reads claims as `sayso extract --format jsonl` prints them.
func ReadClaims(r io.Reader) ([]graph.Claim, error) { return readJSONLines[graph.Claim](r) }

func readJSONLines[T any](r io.Reader) ([]T, error) {
	var all []T
	err := eachLine(r, func(line string) error {
		if strings.TrimSpace(line) == "" {
			return nil
		}
		var one T
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			return err
		}
		all = append(all, one)
		return nil
	})
	return all, err
}

// FactScores is which facts the claims state, and how many claims it took.
type FactScores struct {
	Claims, Sentences, Facts int
	Missed                   []Fact
}

// Recall is the share of the facts that were found.
func (s FactScores) Recall() float64 {
	return ratio(float64(s.Facts-len(s.Missed)), float64(s.Facts), 0)
}

func (s FactScores) String() string {
	return fmt.Sprintf("claims %d, %.1f a sentence that has any\nfacts %d/%d %.3f",
		s.Claims, ratio(float64(s.Claims), float64(s.Sentences), 0), s.Facts-len(s.Missed), s.Facts, s.Recall())
}

// Facts looks for each fact among the claims. Recall alone says nothing: false claims cost no recall.
func Facts(facts []Fact, claims []graph.Claim) FactScores {
	s := FactScores{Facts: len(facts)}
	type place struct{ document, sentence string }
	sentences := make(map[place]bool)
	for _, c := range claims {
		if slices.ContainsFunc(facts, func(f Fact) bool { return f.isAbout(c) }) {
			s.Claims++
			sentences[place{c.Document, c.Sentence}] = true
		}
	}
	s.Sentences = len(sentences)
	for _, f := range facts {
		if !slices.ContainsFunc(claims, f.matches) {
			s.Missed = append(s.Missed, f)
		}
	}
	return s
}

func (f Fact) isAbout(c graph.Claim) bool {
	return strings.HasPrefix(path.Base(c.Document), f.Document)
}

func (f Fact) matches(c graph.Claim) bool {
	return f.isAbout(c) && f.hasSubject(c.Subject) && f.hasRelation(c.Predicate) && f.hasObject(c) && f.isBy(c.Attribution) &&
		(f.Polarity == "" || f.Polarity == c.Polarity) &&
		(len(f.Modality) == 0 || slices.Contains(f.Modality, c.Modality)) &&
		(f.Time == "" || c.Time != nil && strings.HasPrefix(c.Time.Value, f.Time))
}

func (f Fact) hasSubject(n graph.Node) bool {
	return slices.ContainsFunc(names(n), func(name string) bool {
		return len(strings.Fields(name)) <= nameWords && slices.ContainsFunc(f.Subject, func(p pattern) bool {
			return p.whole.MatchString(strings.TrimSpace(name))
		})
	})
}

func (f Fact) hasRelation(p graph.Predicate) bool {
	have := append(relationOf(p.Lemma), relationOf(p.Name)...)
	return slices.ContainsFunc(f.Lemmas, func(lemma string) bool {
		return !slices.ContainsFunc(wordsOf(lemma), func(w string) bool { return !slices.Contains(have, w) })
	})
}

func relationOf(name string) []string {
	words := wordsOf(name)
	return words[:min(len(words), relationWords)]
}

var wordPattern = regexp.MustCompile(`[a-z0-9-]+`)

func wordsOf(s string) []string {
	return wordPattern.FindAllString(strings.ToLower(strings.ReplaceAll(s, "_", " ")), -1)
}

func (f Fact) hasObject(c graph.Claim) bool {
	var phrases []string
	if c.Object != nil {
		phrases = names(*c.Object)
	}
	for _, a := range c.Arguments {
		phrases = append(phrases, a.Text)
	}
	if c.Time != nil {
		phrases = append(phrases, c.Time.Text, c.Time.Value)
	}
	return slices.ContainsFunc(phrases, func(phrase string) bool {
		return phrase != "" && len(strings.Fields(phrase)) <= phraseWords && slices.ContainsFunc(f.Object, func(p pattern) bool {
			return p.part.MatchString(phrase)
		})
	})
}

func (f Fact) isBy(a *graph.Attribution) bool {
	if f.By == nil {
		return true
	}
	return a != nil && slices.ContainsFunc(names(a.Source), f.By.part.MatchString)
}

// names are what a node goes by, as far as it has them.
func names(n graph.Node) []string {
	return slices.DeleteFunc([]string{n.Name, n.Mention, n.Value}, func(s string) bool { return s == "" })
}
