package identity

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"sayso/graph"
)

// Decision is what somebody decided about who is who, one line of a decisions file:
//
//	same e:A e:B  # why        e:B is e:A
//	apart e:A e:B  # why       e:A and e:B are two things: who has the name of one is not the other
//	split e:A document 003     what the article 003 calls e:A is another thing
//	split e:A name Joe Smith   so is what is called by that name
type Decision struct {
	Kind Kind
	A, B graph.Ref // B is empty in a split
	By   string    // of a split: "document" or "name"
	Of   string    // of a split: the article's ID or the name
	Why  string
}

// Kind is a sort of decision.
type Kind string

const (
	Same  Kind = "same"
	Apart Kind = "apart"
	Split Kind = "split"
)

// Decisions are made one after another; the last one is undone first.
type Decisions []Decision

// String is the decision's line.
func (d Decision) String() string {
	line := fmt.Sprintf("%s %s %s", d.Kind, d.A, d.B)
	if d.Kind == Split {
		line = fmt.Sprintf("%s %s %s %s", d.Kind, d.A, d.By, d.Of)
	}
	if d.Why != "" {
		line += "  # " + strings.Join(strings.Fields(d.Why), " ")
	}
	return line
}

// String is the decisions as a file has them.
func (ds Decisions) String() string {
	var b strings.Builder
	for _, d := range ds {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

// ReadDecisions reads a decisions file. Lines that are empty or begin with # say nothing. No line may be wrong or go
// against another, for nobody could tell what is meant.
func ReadDecisions(r io.Reader) (Decisions, error) {
	var all Decisions
	var at []int
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		d, err := ParseDecision(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w; mend the line or delete it", n, err)
		}
		all, at = append(all, d), append(at, n)
	}
	return all, errors.Join(all.agree(at), lines.Err())
}

// agree tells which decision goes against which, by the lines on which they stand.
func (ds Decisions) agree(lines []int) error {
	one := newOverlay(ds)
	if !slices.ContainsFunc(ds, func(d Decision) bool { return d.Kind == Apart && one.final(d.A) == one.final(d.B) }) {
		return nil
	}
	for i, d := range ds {
		if j := ds[:i].against(d); j >= 0 {
			return fmt.Errorf("line %d: %q goes against line %d, %q; delete one of them", lines[i], d, lines[j], ds[j])
		}
	}
	return nil
}

// ParseDecision reads one line.
func ParseDecision(line string) (Decision, error) {
	text, why, _ := strings.Cut(line, " #")
	words := strings.Fields(text)
	bad := fmt.Errorf("%q: want same A B, apart A B, split A document ID or split A name NAME", line)
	if len(words) < 3 || !isEntity(words[1]) {
		return Decision{}, bad
	}
	d := Decision{Kind: Kind(words[0]), A: graph.Ref(words[1]), Why: strings.TrimSpace(why)}
	switch {
	case (d.Kind == Same || d.Kind == Apart) && len(words) == 3 && isEntity(words[2]) && words[1] != words[2]:
		d.B = graph.Ref(words[2])
	case d.Kind == Split && len(words) > 3 && (words[2] == "document" || words[2] == "name"):
		d.By, d.Of = words[2], strings.Join(words[3:], " ")
	default:
		return Decision{}, bad
	}
	return d, nil
}

func isEntity(word string) bool { return strings.HasPrefix(word, "e:") && len(word) > 2 }

// Contradicts returns the decision that a further one goes against, if need be by way of third things: who is one
// with somebody is apart from whom that one is apart from.
func (ds Decisions) Contradicts(d Decision) (Decision, bool) {
	i := ds.against(d)
	if i < 0 {
		return Decision{}, false
	}
	return ds[i], true
}

// against returns the index of the decision that a further one goes against, or -1.
func (ds Decisions) against(d Decision) int {
	if d.Kind == Split {
		return -1
	}
	one := newOverlay(append(ds[:len(ds):len(ds)], d))
	if d.Kind == Same {
		return slices.IndexFunc(ds, func(x Decision) bool { return x.Kind == Apart && one.final(x.A) == one.final(x.B) })
	}
	if one.final(d.A) != one.final(d.B) {
		return -1
	}
	last := -1 // the decision by which the two became one
	for i := range ds {
		if o := newOverlay(ds[:i+1]); last < 0 && o.final(d.A) == o.final(d.B) {
			last = i
		}
	}
	return last
}

// Merged returns the decision by which a thing became another.
func (ds Decisions) Merged(id graph.Ref) (Decision, bool) {
	i := slices.IndexFunc(ds, func(d Decision) bool { return d.Kind == Same && d.B == id })
	if i < 0 {
		return Decision{}, false
	}
	return ds[i], true
}
