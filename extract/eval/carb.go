package eval

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Extraction is one relation with its arguments, as a system or the gold of a benchmark words it.
type Extraction struct {
	Confidence float64
	Relation   string
	Arguments  []string
}

// CarbScores are those of CaRB (Bhardwaj et al. 2019): Precision, Recall and F1 where F1 is highest among
// the thresholds of confidence, AUC over all of them.
type CarbScores struct {
	AUC, Precision, Recall, F1 float64
	Extractions                int
}

func (s CarbScores) String() string {
	return fmt.Sprintf("AUC %.3f  P %.3f R %.3f F1 %.3f  (n pred %d)", s.AUC, s.Precision, s.Recall, s.F1, s.Extractions)
}

// ReadCarbGold reads lines of SENTENCE, RELATION, ARGUMENTS …, separated by tabs. Arguments that give
// the context ("C: …") are not scored. The extractions of a sentence are found under [CarbKey].
func ReadCarbGold(r io.Reader) (map[string][]Extraction, error) {
	return readCarb(r, func(columns []string) (Extraction, error) {
		e := Extraction{Relation: strings.TrimSpace(columns[0])}
		for _, a := range columns[1:] {
			if !strings.Contains(a, "C: ") {
				e.Arguments = append(e.Arguments, strings.TrimSpace(a))
			}
		}
		return e, nil
	})
}

// ReadCarb reads lines of SENTENCE, CONFIDENCE, RELATION, ARGUMENTS …, separated by tabs.
func ReadCarb(r io.Reader) (map[string][]Extraction, error) {
	return readCarb(r, func(columns []string) (Extraction, error) {
		if len(columns) < 2 {
			return Extraction{}, fmt.Errorf("%d columns, want a confidence and a relation", len(columns)+1)
		}
		confidence, err := strconv.ParseFloat(columns[0], 64)
		return Extraction{Confidence: confidence, Relation: columns[1], Arguments: columns[2:]}, err
	})
}

func readCarb(r io.Reader, read func(columns []string) (Extraction, error)) (map[string][]Extraction, error) {
	all := make(map[string][]Extraction)
	err := eachLine(r, func(line string) error {
		line = strings.TrimSpace(line)
		if line == "" {
			return nil
		}
		columns := strings.Split(line, "\t")
		if len(columns) < 2 {
			return fmt.Errorf("one column, want a sentence and a relation")
		}
		e, err := read(columns[1:])
		if err != nil {
			return err
		}
		key := CarbKey(columns[0])
		all[key] = append(all[key], e)
		return nil
	})
	return all, err
}

// eachLine names the line of an error.
func eachLine(r io.Reader, read func(line string) error) error {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		if err := read(scanner.Text()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return scanner.Err()
}

// CarbKey is what sentences are told apart by: their letters and digits, brackets in full.
func CarbKey(sentence string) string {
	sentence = strings.NewReplacer("(", "LRB", ")", "RRB", "[", "LSB", "]", "RSB", "{", "LCB", "}", "RCB").Replace(sentence)
	return strings.Map(func(r rune) rune {
		if r == ' ' || r < unicode.MaxASCII && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			return -1
		}
		return r
	}, sentence)
}

// Carb scores extractions against gold, both by [CarbKey].
func Carb(gold, found map[string][]Extraction) CarbScores {
	thresholds := confidences(found)
	curve := make([]carbPoint, len(thresholds))
	for _, key := range slices.Sorted(maps.Keys(gold)) {
		addSentence(curve, thresholds, gold[key], found[key])
	}
	s := CarbScores{AUC: area(curve)}
	for _, e := range found {
		s.Extractions += len(e)
	}
	for _, p := range curve {
		if f := p.f1(); f > s.F1 {
			s.F1, s.Precision, s.Recall = f, p.precision(), p.recall()
		}
	}
	return s
}

// confidences are those that occur, ascending.
func confidences(found map[string][]Extraction) []float64 {
	var all []float64
	for _, es := range found {
		for _, e := range es {
			all = append(all, e.Confidence)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// carbPoint sums what all sentences score at one threshold.
type carbPoint struct{ matched, found, covered, gold float64 }

func (p carbPoint) precision() float64 { return ratio(p.matched, p.found, 1) }
func (p carbPoint) recall() float64    { return ratio(p.covered, p.gold, 0) }
func (p carbPoint) f1() float64        { return harmonic(p.precision(), p.recall()) }

func ratio(a, b, empty float64) float64 {
	if b == 0 {
		return empty
	}
	return a / b
}

func harmonic(p, r float64) float64 { return ratio(2*p*r, p+r, 0) }

// addSentence adds one sentence to the curve. Thresholds above all of its confidences find nothing in it.
func addSentence(curve []carbPoint, thresholds []float64, gold, found []Extraction) {
	scores := carbMatches(gold, found)
	next := 0
	for _, confidence := range confidences(map[string][]Extraction{"": found}) {
		var above []int
		for j, e := range found {
			if e.Confidence >= confidence {
				above = append(above, j)
			}
		}
		last, _ := slices.BinarySearch(thresholds, confidence)
		matched, covered := scores.precision(above), scores.recall(above)
		for ; next <= last; next++ {
			curve[next].matched += matched
			curve[next].found += float64(len(above))
			curve[next].covered += covered
			curve[next].gold += float64(len(gold))
		}
	}
	for ; next < len(curve); next++ {
		curve[next].gold += float64(len(gold))
	}
}

// area is under precision by recall, from the lowest threshold to recall 0 at precision 1.
func area(curve []carbPoint) float64 {
	sum := 0.0
	for i, p := range curve {
		recall, precision := 0.0, 1.0
		if i+1 < len(curve) {
			recall, precision = curve[i+1].recall(), curve[i+1].precision()
		}
		sum += (p.recall() - recall) * (p.precision() + precision) / 2
	}
	return max(sum, -sum)
}
