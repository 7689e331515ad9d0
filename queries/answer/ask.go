package answer

import (
	"context"
	"fmt"
	"sort"

	"sayso/graph"
)

// Ask answers an English question; article, unless empty, is the one whose claims alone count.
func (a *Asker) Ask(ctx context.Context, question, article string) (Reply, error) {
	reply := Reply{Question: question, Answers: []Answer{}, Coverage: a.coverage(article)}
	for _, group := range readings(a.Patterns(question)) {
		found, err := a.solve(ctx, group, article)
		if err != nil {
			return reply, fmt.Errorf("ask %q: %w", question, err)
		}
		reply.Coverage.Selected = max(reply.Coverage.Selected, found.selected)
		reply.Coverage.Matched = len(found.fits)
		if reply.Query == "" || len(found.fits) > 0 {
			reply.Query = found.query
		}
		form := group[0].Form
		found.fits = onWhoseSay(form, contested(form, onceEach(form, found.fits)))
		if reply.Answers = withoutEchoes(question, group, a.answers(form, found.fits)); len(reply.Answers) > 0 {
			return reply, nil
		}
	}
	var err error
	if reply.Nearest, err = a.nearest(question, article); err != nil {
		return reply, fmt.Errorf("near %q: %w", question, err)
	}
	return reply, nil
}

// readings are the patterns in the groups that are read at once: a later group only where those before find nothing.
func readings(patterns []Pattern) [][]Pattern {
	var groups [][]Pattern
	for i, p := range patterns {
		if i == 0 || !p.Also {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], p)
	}
	return groups
}

// solve joins what several readings find, and the queries that found it.
func (a *Asker) solve(ctx context.Context, group []Pattern, article string) (solution, error) {
	var all solution
	for _, p := range group {
		found, err := a.answer(ctx, p, article)
		if err != nil {
			return all, err
		}
		switch {
		case len(all.fits) == 0 && (len(found.fits) > 0 || all.query == ""):
			all.query = found.query
		case len(found.fits) > 0:
			all.query += "; " + found.query
		}
		all.selected += found.selected
		all.fits = append(all.fits, found.fits...)
	}
	return all, nil
}

// Patterns are the readings of a question, the plainest first.
func (a *Asker) Patterns(question string) []Pattern {
	words, voice := cutVoice(wordsOf(a.parser.Tokenize(question)))
	a.words.names.join(words)
	patterns := distinct(hear(a.parser, words))
	if len(voice) > 0 && !isPronoun(voice[0].text) {
		speaker := speakerOf(voice)
		for i := range patterns {
			patterns[i].Voice = &speaker
		}
	}
	return patterns
}

// distinct are the patterns of all questions heard, each once.
func distinct(heard []*question) []Pattern {
	var patterns []Pattern
	seen := map[string]bool{}
	for _, q := range heard {
		for _, p := range q.patterns() {
			if !seen[p.String()] {
				seen[p.String()] = true
				patterns = append(patterns, p)
			}
		}
	}
	return patterns
}

// solution is what a pattern found in the graph.
type solution struct {
	query    string
	selected int
	fits     []fit
}

// answer runs the pattern's query, the strict one first: a looser one only where that finds nothing.
func (a *Asker) answer(ctx context.Context, p Pattern, article string) (solution, error) {
	m := newMatcher(a.words, p, a.resolve)
	var s solution
	for _, strict := range []bool{true, false} {
		query := m.query(article, strict)
		if query == "" || query == s.query {
			continue
		}
		claims, err := a.selected(ctx, query)
		if err != nil {
			return s, err
		}
		s.query, s.selected = query, len(claims)
		if s.fits = a.worded(m, claims); len(s.fits) > 0 {
			break
		}
	}
	return a.besides(ctx, p, article, s)
}

// worded are the claims that fit, each with the value it gives.
func (a *Asker) worded(m *matcher, claims []graph.Claim) []fit {
	var fits []fit
	for _, c := range claims {
		fits = append(fits, m.fits(c)...)
	}
	switch m.pattern.Form {
	case Check:
		return m.verdicts(fits)
	case Report:
		return a.reported(fits)
	case Connect:
		return m.connected(fits, claims)
	}
	return fits
}

// selected are the claims that a query brings back, in the order of the graph.
func (a *Asker) selected(ctx context.Context, query string) ([]graph.Claim, error) {
	ids, err := a.graph.Query(ctx, query)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	return a.graph.Claims(ids...)
}
