package analysis

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"sayso/graph"
	"sayso/queries/answer"
)

// Timeline is what happened, in the order of time, and what the articles do not date.
type Timeline struct {
	Dated   []Moment `json:"dated"`
	Undated []Moment `json:"undated"` // in the order in which it was published
}

// Moment is one thing that happened, by all claims that tell it.
type Moment struct {
	Time      string `json:"time,omitempty"` // a TIMEX3 value: 2025-03-05, 2025-03, 2025-03-01/2025-03-10
	Precision string `json:"precision,omitempty"`
	Said      string `json:"said,omitempty"` // as the text says it: "on Wednesday"
	Text      string `json:"text"`
	Claims    []Cite `json:"claims"`
	Origins   int    `json:"origins"` // independent reports
}

// Timeline orders what any of some things takes part in, of one relation (by its lemma or name) or of all. What has
// no time and only says what a thing is, or that somebody said something, is left out.
func (g *Graph) Timeline(about []graph.Ref, relation string) Timeline {
	t := Timeline{Dated: []Moment{}, Undated: []Moment{}}
	used := map[int]bool{}
	for _, i := range g.about(about) {
		c := g.claims[i]
		if used[i] || !g.isRelation(c.Predicate, relation) || isTalk(c) && !isDated(c) || !g.isAbout(c, about) {
			continue
		}
		when, dated := g.when(i)
		claims := []int{i}
		for _, j := range g.same(i) {
			if other, too := g.when(j); !used[j] && too == dated && (dated && other.Value == when.Value || !dated && g.told(j) == g.told(i)) {
				claims = append(claims, j)
			}
		}
		claims = ordered(claims)
		for _, j := range claims {
			used[j] = true
		}
		m := Moment{Text: g.Words(c), Claims: g.cites(claims), Origins: g.independent(claims)}
		if !dated {
			t.Undated = append(t.Undated, m)
			continue
		}
		m.Time, m.Precision, m.Said = when.Value, when.Precision, when.Text
		t.Dated = append(t.Dated, m)
	}
	slices.SortStableFunc(t.Dated, func(a, b Moment) int { return cmp.Compare(a.Time, b.Time) })
	slices.SortStableFunc(t.Undated, func(a, b Moment) int { return cmp.Compare(a.Claims[0].Published, b.Claims[0].Published) })
	return t
}

// when is the time of a claim, or else the only one in its words, as in "announced a meeting on Tuesday". A bare year is
// none: that of "the 2014 annexation" is not when somebody condemned it.
func (g *Graph) when(i int) (t graph.Time, dated bool) {
	c := g.claims[i]
	if isDated(c) {
		return *c.Time, true
	}
	published, _ := time.Parse(time.DateOnly, g.articles[c.Document].Published)
	t, ok := answer.OnlyTime(c.Quote, published)
	return t, ok && (t.Precision == "day" || t.Precision == "month") && t.Value != ""
}

// isTalk tells what is no event by itself: what a thing is, and that somebody said what stands as a claim of its own.
func isTalk(c graph.Claim) bool {
	return c.Predicate.Lemma == "be" || c.Object != nil && c.Object.Type == graph.ClaimNode
}

// isAbout leaves out what somebody only says of others.
func (g *Graph) isAbout(c graph.Claim, about []graph.Ref) bool {
	return len(about) == 0 || slices.ContainsFunc(participants(graph.Claim{Subject: c.Subject, Object: c.Object, Arguments: c.Arguments}), func(n graph.Node) bool {
		return slices.Contains(about, n.ID)
	})
}

func (g *Graph) isRelation(p graph.Predicate, relation string) bool {
	if relation == "" {
		return true
	}
	relation = strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(relation, "p:"), " ", "_"))
	return strings.EqualFold(p.Name, relation) || g.verbsAlike(p.Lemma, relation) || strings.HasPrefix(p.Lemma, relation+"_") || strings.HasSuffix(p.Lemma, "_"+relation)
}

// isDated tells a claim that says when, and not only how long.
func isDated(c graph.Claim) bool {
	return c.Time != nil && c.Time.Value != "" && !c.Time.IsDuration()
}
