package answer

import "slices"

var (
	lesser = []string{"deputy", "vice", "acting", "interim", "assistant", "associate"}
	past   = []string{"former", "ex"}
)

// isOtherRank tells a role that is only beside the one meant: the deputy mayor is not the mayor.
func (t term) isOtherRank(role phrase) bool {
	return !t.Named && slices.Contains(role.raw, t.last) && slices.ContainsFunc(slices.Concat(lesser, past), func(rank string) bool {
		return slices.Contains(t.raw, rank) != slices.Contains(role.raw, rank)
	})
}

// isBesideRank tells the role of who does not do what its noun says: the former leader led, and leads no more.
func isBesideRank(role phrase, wasEnough bool) bool {
	return sharesAny(role.raw, lesser) || !wasEnough && sharesAny(role.raw, past)
}
