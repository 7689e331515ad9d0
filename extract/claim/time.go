package claim

import (
	_ "embed"

	"sayso/extract/timex"
	"sayso/graph"
)

// expression is the time expression that covers a word, or nil.
func (s *sentence) expression(i int) *timex.Expression {
	for n := range s.times {
		if s.times[n].First <= i && i <= s.times[n].Last {
			return &s.times[n]
		}
	}
	return nil
}

func (s *sentence) isTime(i int) bool { return s.expression(i) != nil }

// timeWords are the words of the expression around i, and of the event that it is counted from: "two weeks after the flood".
func (s *sentence) timeWords(i int) []int {
	e := s.expression(i)
	var words []int
	for w := e.First; w <= e.Last; w++ {
		words = append(words, w)
	}
	for _, m := range s.children(i, "nmod") {
		if role := s.role(m); (role == "after" || role == "before") && s.leftmost(m) == e.Last+1 {
			words = append(words, s.subtree(m, func(w int) bool { return s.is(w, "acl:relcl", "appos", "parataxis", "punct") })...)
		}
	}
	return words
}

// timeRole is the preposition of a time, "when" without one; how long is "for".
func (s *sentence) timeRole(i int) string {
	if role := s.role(i); role != "" && role != "on" && role != "at" && role != "in" {
		return role
	}
	if s.expression(i).Duration {
		return "for"
	}
	return "when"
}

// time is when a clause holds, or how long; in a clause about the future a weekday is the one
// to come.
func (c clause) time() *timex.Expression {
	e := c.attached()
	if e == nil || !c.isFuture() {
		return e
	}
	coming := *e
	coming.Value = e.Future
	return &coming
}

func (c clause) isFuture() bool {
	switch c.modality() {
	case graph.Future:
		return c.group.modal != "would" || c.isReported()
	case graph.Planned, graph.Conditional:
		return !c.group.past
	case graph.Possible, graph.Obligatory:
		return c.group.modal != "" && !c.group.perfect
	case graph.Asserted:
		return c.isScheduled() || c.isDue()
	}
	return false
}

//go:embed words/scheduled.txt
var scheduledText string

// scheduled holds the verbs whose present speaks of what is to come: "the trial opens in June".
var scheduled = wordSet(scheduledText)

func (c clause) isScheduled() bool {
	v := c.verbs[len(c.verbs)-1]
	return scheduled[c.base(v)] && (c.tag(v) == "VBZ" || c.tag(v) == "VBP") && !c.group.past && !c.group.perfect
}

// isReported tells what somebody said: "said it would decide in June" is of the June to come.
func (c clause) isReported() bool {
	first := c.first(c.verbs[0])
	return c.bears(first, "ccomp") && c.isCue(c.above(first))
}

// isDue tells what is to come by its adjective: "a hearing is due in June".
func (c clause) isDue() bool {
	return c.lemma(c.head) == "due" && c.upos(c.head) == "ADJ" && !c.group.past
}

// attached is the first expression that hangs on the clause's verbs, dates before durations.
func (c clause) attached() *timex.Expression {
	var duration *timex.Expression
	for _, v := range c.verbs {
		for _, d := range c.dependents(v) {
			e := c.expression(d)
			switch {
			case e == nil || !c.is(d, "obl", "advmod", "advcl", "nmod"):
			case !e.Duration:
				return e
			case duration == nil:
				duration = e
			}
		}
	}
	return duration
}
