package answer

import (
	_ "embed"
	"slices"
)

//go:embed lexicon/causes.txt
var causeText string

var causes = wordMap(causeText)

// caused reads "How many people died?" also as "How many people did somebody kill?", and "When did the bridge reopen?"
// as when somebody reopened it.
func (p Pattern) caused() []Pattern {
	cause, ok := causes[p.Relation.main()]
	if !ok || p.Slot.Role == objectRole || p.names(objectRole) {
		return nil
	}
	c := p
	c.Weight = byCause * p.Weight
	c.Relation.Verbs = append(slices.Clone(p.Relation.Verbs[:len(p.Relation.Verbs)-1]), cause)
	c.Parts = withRole(p.Parts, subjectRole, objectRole)
	if p.Slot.Role == subjectRole {
		c.Slot.Role = objectRole
	}
	return []Pattern{c}
}

// byCause is how much what somebody did to a thing counts beside what happened to it.
const byCause = 0.9
