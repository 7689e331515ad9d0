package neural

import "slices"

// sample is a sentence in numbers.
type sample struct {
	words     []features
	tags      []int
	heads     []int // 0 for the root, 1 for the first word
	relations []int
	names     []int
	chances   [][]float32 // of the names; nil where they are said
}

// unsaid stands for what the gold does not tell.
const unsaid = -1

// classes are the outputs of the heads, in order.
type classes struct{ Tags, Relations, Names []string }

// classesOf sorts what occurs; no name is class 0.
func classesOf(sentences []Gold) classes {
	tags, relations, names := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range sentences {
		for _, t := range s.Tags {
			tags[t] = true
		}
		for _, r := range s.Relations {
			relations[r] = true
		}
		for _, n := range s.Names {
			if kind := kindOf(n); kind != "" {
				names["B-"+kind], names["I-"+kind] = true, true
			}
		}
	}
	return classes{sorted(tags), sorted(relations), append([]string{"O"}, sorted(names)...)}
}

// kindOf returns PER of B-PER, and nothing where there is no name.
func kindOf(name string) string {
	if len(name) > 2 && name[1] == '-' {
		return name[2:]
	}
	return ""
}

func sorted(set map[string]bool) []string {
	var list []string
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

// sampler turns gold into samples.
type sampler struct {
	vocabulary             *vocabulary
	tags, relations, names map[string]int32
}

func newSampler(v *vocabulary, c classes) *sampler {
	return &sampler{v, index(c.Tags), index(c.Relations), index(c.Names)}
}

func (s *sampler) sample(g Gold) *sample {
	n := len(g.Words)
	m := &sample{words: make([]features, n), tags: make([]int, n), heads: make([]int, n), relations: make([]int, n), names: make([]int, n)}
	for i, w := range g.Words {
		m.words[i] = s.vocabulary.features(w)
		m.tags[i], m.heads[i], m.relations[i], m.names[i] = unsaid, unsaid, unsaid, unsaid
		if g.Tags != nil {
			m.tags[i], m.heads[i], m.relations[i] = number(s.tags, g.Tags[i]), g.Heads[i]+1, number(s.relations, g.Relations[i])
		}
		if g.Names != nil {
			m.names[i] = number(s.names, g.Names[i])
		}
	}
	for _, row := range g.Chances {
		m.chances = append(m.chances, s.chances(row, g.Taught))
	}
	return m
}

// chances sorts a teacher's chances as the classes of names are. What it found of other classes counts as no name.
func (s *sampler) chances(row []float32, taught []string) []float32 {
	sorted := make([]float32, len(s.names))
	for i, class := range taught {
		sorted[s.names[class]] += row[i]
	}
	return sorted
}

func number(of map[string]int32, class string) int {
	if n, ok := of[class]; ok {
		return int(n)
	}
	return unsaid
}
