package answer

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"sayso/graph"
)

// mostAnswers is how many answers a reply has at most.
const mostAnswers = 10

// answers gathers what fits into answers, the best first.
func (a *Asker) answers(form Form, fits []fit) []Answer {
	groups := map[string]*group{}
	var order []*group
	for _, f := range fits {
		key := groupKey(f.value)
		g := groups[key]
		if g == nil {
			g = &group{}
			groups[key] = g
			order = append(order, g)
		}
		g.add(f)
	}
	out := make([]Answer, 0, len(order))
	for _, g := range order {
		out = append(out, g.answer(a.origins))
	}
	slices.SortStableFunc(out, func(a, b Answer) int {
		return cmp.Or(cmpFloat(b.Confidence, a.Confidence), cmp.Compare(len(b.Claims), len(a.Claims)), strings.Compare(a.Text, b.Text))
	})
	out = out[:min(len(out), mostAnswers)]
	if form == Report {
		return out
	}
	return relevant(out)
}

// leastSure is the confidence below which an answer would be a guess.
const leastSure = 0.1

// relevant drops answers that are far below the best, and those that nobody would stand for.
func relevant(answers []Answer) []Answer {
	for i, a := range answers {
		if a.Confidence < answers[0].Confidence*0.4 || a.Confidence < leastSure {
			return answers[:i]
		}
	}
	return answers
}

func groupKey(v value) string {
	if v.ref != "" {
		return string(v.ref)
	}
	return strings.ToLower(v.text)
}

// group is the fits of one value.
type group struct {
	fits []fit
}

func (g *group) add(f fit) { g.fits = append(g.fits, f) }

func (g *group) answer(origins map[string]string) Answer {
	slices.SortStableFunc(g.fits, func(a, b fit) int { return cmpFloat(b.confidence(), a.confidence()) })
	best := g.fits[0]
	a := Answer{Text: best.value.text, ID: best.value.ref, Evidence: []Evidence{}}
	reports := map[string]bool{}
	for _, f := range g.fits {
		id := graph.Ref(f.claim.ID)
		if slices.Contains(a.Claims, id) {
			continue
		}
		reports[origins[f.claim.Document]] = true
		a.Claims = append(a.Claims, id)
		a.Evidence = append(a.Evidence, evidenceOf(f.claim))
	}
	a.Origins = len(reports)
	a.Confidence = together(best.confidence(), len(reports), len(a.Claims))
	return a
}

func (f fit) confidence() float64 { return f.score * f.claim.Confidence }

// together raises the confidence of the best claim for each further report, and a little for each further claim.
func together(best float64, reports, claims int) float64 {
	doubt := (1 - best) * math.Pow(0.8, float64(reports-1)) * math.Pow(0.95, float64(claims-reports))
	return math.Round((1-doubt)*100) / 100
}

func cmpFloat(a, b float64) int { return cmp.Compare(a, b) }
