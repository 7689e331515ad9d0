package analysis

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"sayso/graph"
	"sayso/queries/answer"
)

// traits are what a claim is compared by, worked out once.
type traits struct {
	deed           deed
	isDeed         bool
	agent, patient []string // see nodeKeys
	arguments      []argument
	words          []string
}

// argument is what a claim says by a preposition; what somebody was fined or paid stands without one.
type argument struct {
	role string
	*thing
}

func (g *Graph) traitsOf(i int) *traits {
	t := &traits{}
	if t.deed, t.isDeed = g.readDeed(i); t.isDeed {
		t.agent, t.patient, t.words = nodeKeys(t.deed.agent), nodeKeys(t.deed.patient), g.readWording(t.deed)
		for _, a := range g.claims[i].Arguments {
			t.arguments = append(t.arguments, argument{a.Role, thingOf(&graph.Node{ID: a.ID, Name: a.Text})})
		}
		if object := g.claims[i].Object; object != nil && isFullPassive(g.claims[i]) {
			t.arguments = append(t.arguments, argument{"", thingOf(object)})
		}
	}
	return t
}

// nothing is the key of a node that is not there.
const nothing = "-"

// nodeKeys: nodes that are alike, and those that count the same things, share a key.
func nodeKeys(t *thing) []string {
	if t == nil {
		return []string{nothing}
	}
	keys := []string{"name " + t.folded}
	if t.ID != "" {
		keys = append(keys, string(t.ID))
	}
	if len(t.words) > 0 {
		keys = append(keys, "head "+headOf(t.words))
	}
	if t.counts {
		keys = append(keys, "amount "+t.of)
	}
	return keys
}

// verbKeys: lemmas that are alike share a key.
func (g *Graph) verbKeys(lemma string) []string {
	verb, rest, _ := strings.Cut(lemma, "_")
	keys := []string{lemma}
	if verb == "be" {
		return keys
	}
	for _, key := range g.kin.Keys(verb) {
		keys = append(keys, key+"_"+rest)
	}
	return keys
}

// verbsLike are the lemmas of the graph that are like one.
func (g *Graph) verbsLike(lemma string) []string {
	found := []string{lemma}
	for _, key := range g.verbKeys(lemma) {
		for _, verb := range g.akin[key] {
			if !slices.Contains(found, verb) && g.verbsAlike(lemma, verb) {
				found = append(found, verb)
			}
		}
	}
	return found
}

// list is claims among which others are sought that clash with one of them, or say the same. Where they are many, it
// holds them by what such claims have in common, for a hub's would else all be held against each other.
type list struct {
	g              *Graph
	all            []int
	long           bool
	agent, patient map[verbAndNode][]int
	words          map[string][]int    // the claims of a word
	near           map[string][]string // the words of a key
}

type verbAndNode struct{ verb, node string }

// short is how many claims are looked through one by one.
const short = 48

func (g *Graph) verbList(verb string) *list { return g.list("verb "+verb, g.verbs[verb]) }

func (g *Graph) thingList(thing graph.Ref) *list {
	return g.list("thing "+string(thing), g.taking[thing])
}

func (g *Graph) list(name string, claims []int) *list {
	if len(claims) <= short {
		return &list{g: g, all: claims}
	}
	found, _ := g.lists.LoadOrStore(name, sync.OnceValue(func() *list { return newList(g, claims) }))
	return found.(func() *list)()
}

func newList(g *Graph, claims []int) *list {
	l := &list{g: g, all: claims, long: true, agent: map[verbAndNode][]int{}, patient: map[verbAndNode][]int{}, words: map[string][]int{}, near: map[string][]string{}}
	for _, i := range claims {
		t := g.traits[i]()
		if !t.isDeed {
			continue
		}
		for _, key := range t.agent {
			at := verbAndNode{t.deed.verb, key}
			l.agent[at] = append(l.agent[at], i)
		}
		for _, key := range t.patient {
			at := verbAndNode{t.deed.verb, key}
			l.patient[at] = append(l.patient[at], i)
		}
		for _, word := range t.words {
			if at := l.words[word]; len(at) == 0 || at[len(at)-1] != i {
				l.words[word] = append(at, i)
			}
		}
	}
	for word := range l.words {
		for _, key := range g.kin.Keys(word) {
			l.near[key] = append(l.near[key], word)
		}
	}
	return l
}

// rivals are the claims that may clash with d. What clash demands is demanded here in part: alike or opposite verbs,
// and patients that are alike or count the same, or, of a verb that has one object, alike agents.
func (l *list) rivals(d deed) []int {
	if !l.long {
		return slices.Clone(l.all)
	}
	t := l.g.traits[d.index]()
	var found []int
	for _, verb := range append(l.g.verbsLike(d.verb), answer.Opposites(d.verb, true)...) {
		patients := gather(l.patient, verb, t.patient)
		// But for another subject, and other amounts, the agents must be alike too, or one of them be unknown.
		if d.agent != nil && (d.patient == nil || !d.patient.counts) && unique[d.verb] != "subject" {
			patients = fewer(patients, gather(l.agent, verb, slices.Concat(t.agent, []string{nothing})))
		}
		found = append(found, patients...)
	}
	if unique[d.verb] == "object" {
		found = append(found, gather(l.agent, d.verb, t.agent)...)
	}
	return found
}

// same are the claims that may say what d does. What isSame demands is demanded here in part: alike verbs, agents and
// patients, the other way round where the verb is mutual, or enough of the words.
func (l *list) same(d deed) []int {
	if !l.long {
		return slices.Clone(l.all)
	}
	t := l.g.traits[d.index]()
	var found []int
	for _, verb := range l.g.verbsLike(d.verb) {
		found = append(found, fewer(gather(l.agent, verb, t.agent), gather(l.patient, verb, t.patient))...)
	}
	if answer.IsMutual(d.verb) {
		found = append(found, fewer(gather(l.patient, d.verb, t.agent), gather(l.agent, d.verb, t.patient))...)
	}
	if d.agent != nil && d.agent.isProper && len(t.words) > 2 {
		found = append(found, l.worded(t.words)...)
	}
	return found
}

// worded are the claims whose words have mostWords of these, and these of them. One that has not cannot be without all of
// some few, of which the rarest are looked for first.
func (l *list) worded(words []string) []int {
	having := make([][]int, len(words))
	near := map[string]uint64{} // of each word of the list, to which of these it is near
	for i, word := range words {
		bit := uint64(1) << min(i, 63)
		for _, key := range l.g.kin.Keys(word) {
			for _, other := range l.near[key] {
				if near[other]&bit == 0 || i > 63 {
					near[other] |= bit
					having[i] = append(having[i], l.words[other]...)
				}
			}
		}
	}
	slices.SortFunc(having, func(a, b []int) int { return len(a) - len(b) })
	most := len(words) - int(math.Ceil(mostWords*float64(len(words))-1e-9)) + 1
	found := ordered(slices.Concat(having[:most]...))
	if len(words) > 63 {
		return found
	}
	return slices.DeleteFunc(found, func(i int) bool {
		var these uint64
		those, all := 0, l.g.traits[i]().words
		for _, word := range all {
			if near[word] != 0 {
				those++
			}
			these |= near[word]
		}
		return float64(bits.OnesCount64(these)) < mostWords*float64(len(words))-1e-9 || float64(those) < mostWords*float64(len(all))-1e-9
	})
}

func gather(index map[verbAndNode][]int, verb string, nodes []string) []int {
	var found []int
	for _, node := range nodes {
		found = append(found, index[verbAndNode{verb, node}]...)
	}
	return found
}

func fewer(a, b []int) []int {
	if len(b) < len(a) {
		return b
	}
	return a
}
