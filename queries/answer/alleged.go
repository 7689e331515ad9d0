package answer

import (
	"slices"
	"strings"

	"sayso/graph"
)

// allegedly is what stays of the score of a verdict for which only an accuser or nobody named stands.
const allegedly = 0.7

// isAlleged tells a claim that only an accuser makes, or somebody whom the article does not name.
func isAlleged(c graph.Claim) bool {
	return c.Attribution != nil && (isUnnamed(c.Attribution) || isAccusation(c.Attribution))
}

func isUnnamed(at *graph.Attribution) bool { return at.Source.ID == "" && at.Source.Name == "unnamed" }

func isAccusation(at *graph.Attribution) bool {
	return slices.ContainsFunc(tokens(strings.ToLower(at.Cue)), func(w string) bool {
		return slices.ContainsFunc(append(inflected(w), w), func(v string) bool { return accusing[v] })
	})
}

// onWhoseSay says of a verdict for which the article itself does not stand whose it is.
func onWhoseSay(form Form, fits []fit) []fit {
	if form != Check {
		return fits
	}
	for _, verdict := range []string{"yes", "no"} {
		best := surest(fits, verdict)
		if best == nil || slices.ContainsFunc(fits, func(f fit) bool { return f.value.text == verdict && f.claim.Attribution == nil }) {
			continue
		}
		text := brief(verdict + ", according to " + voiceNamed(best.claim.Attribution))
		for i := range fits {
			if fits[i].value.text == verdict {
				fits[i].value.text = text
			}
		}
	}
	return fits
}

func voiceNamed(at *graph.Attribution) string {
	switch {
	case !isUnnamed(at):
		return at.Source.Name
	case isAccusation(at):
		return "unnamed accusers"
	}
	return "unnamed sources"
}
