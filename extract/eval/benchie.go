package eval

import (
	"fmt"
	"io"
	"regexp"
	"strings"
)

// BenchieScores are those of BenchIE (Gashteovski et al. 2022). A cluster holds all wordings of one
// fact; Precision is hit clusters among these and the wrong triples.
type BenchieScores struct {
	Clusters, Hit, Right, Wrong int
}

func (s BenchieScores) Precision() float64 {
	return ratio(float64(s.Hit), float64(s.Hit+s.Wrong), 0)
}
func (s BenchieScores) Recall() float64 { return ratio(float64(s.Hit), float64(s.Clusters), 0) }
func (s BenchieScores) F1() float64     { return harmonic(s.Precision(), s.Recall()) }

func (s BenchieScores) String() string {
	return fmt.Sprintf("P %.4f R %.4f F1 %.4f | clusters hit %d of %d, right triples %d, wrong %d",
		s.Precision(), s.Recall(), s.F1(), s.Hit, s.Clusters, s.Right, s.Wrong)
}

// Triple is a subject, a relation and an object.
type Triple [3]string

// Cluster holds the wordings of one fact, each with its optional words in brackets written out.
type Cluster map[Triple]bool

var (
	clusterLine = regexp.MustCompile(`^\S+--> ?Cluster`)
	optional    = regexp.MustCompile(`\[[^\]]*\]`)
)

// ReadBenchieGold reads the clusters of each sentence by its id.
func ReadBenchieGold(r io.Reader) (map[string][]Cluster, error) {
	all := make(map[string][]Cluster)
	id := ""
	err := eachLine(r, func(line string) error {
		line = strings.TrimPrefix(strings.TrimSpace(line), "\ufeff")
		rest, starts := strings.CutPrefix(line, "sent_id:")
		switch {
		case starts:
			id, _, _ = strings.Cut(rest, "\t")
			all[id] = nil
		case clusterLine.MatchString(line) || strings.Contains(line, "-->") && len(all[id]) == 0:
			all[id] = append(all[id], Cluster{})
		}
		if starts || clusterLine.MatchString(line) || !strings.Contains(line, "-->") {
			return nil
		}
		slots := strings.Split(line, "-->")
		if len(slots) < 3 {
			return fmt.Errorf("%q is no triple", line)
		}
		all[id][len(all[id])-1].add(slots)
		return nil
	})
	return all, err
}

func (c Cluster) add(slots []string) {
	for _, subject := range variants(slots[0]) {
		for _, relation := range variants(slots[1]) {
			for _, object := range variants(slots[2]) {
				c[Triple{subject, relation, object}] = true
			}
		}
	}
}

// variants writes a slot with and without each of its optional words.
func variants(slot string) []string {
	all := choices(slot)
	for i := range all {
		all[i] = blank(all[i])
	}
	return all
}

func choices(slot string) []string {
	at := optional.FindStringIndex(slot)
	if at == nil {
		return []string{slot}
	}
	var all []string
	for _, rest := range choices(slot[at[1]:]) {
		all = append(all, slot[:at[0]]+slot[at[0]+1:at[1]-1]+rest, slot[:at[0]]+rest)
	}
	return all
}

func blank(s string) string { return strings.Join(strings.Fields(s), " ") }

// ReadBenchie reads lines of ID, SUBJECT, RELATION, OBJECT, separated by tabs.
func ReadBenchie(r io.Reader) (map[string][]Triple, error) {
	all := make(map[string][]Triple)
	err := eachLine(r, func(line string) error {
		if f := strings.Split(line, "\t"); len(f) >= 4 {
			all[f[0]] = append(all[f[0]], Triple{blank(f[1]), blank(f[2]), blank(f[3])})
		}
		return nil
	})
	return all, err
}

// Benchie scores triples against gold, both by the id of their sentence.
func Benchie(gold map[string][]Cluster, found map[string][]Triple) BenchieScores {
	var s BenchieScores
	for id, clusters := range gold {
		s.Clusters += len(clusters)
		hit := make([]bool, len(clusters))
		for _, t := range found[id] {
			if matches := hits(clusters, t); len(matches) > 0 {
				s.Right++
				for _, n := range matches {
					hit[n] = true
				}
			} else {
				s.Wrong++
			}
		}
		for _, h := range hit {
			if h {
				s.Hit++
			}
		}
	}
	return s
}

// hits are the clusters that hold a triple.
func hits(clusters []Cluster, t Triple) []int {
	var all []int
	for n, c := range clusters {
		if c[t] {
			all = append(all, n)
		}
	}
	return all
}
