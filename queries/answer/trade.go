package answer

// traded reads "How much did she pay for it?" also as what she bought it for, and "Who sold it?" as whom it was bought from.
func (p Pattern) traded() []Pattern {
	t := p
	t.Weight = byCause * p.Weight
	t.Relation = Relation{Verbs: []string{"buy"}}
	switch {
	case len(p.Relation.Verbs) != 1:
	case p.Relation.main() == "pay" && p.Slot.Role == objectRole && p.names("for"):
		t.Slot.Role, t.Parts = "for", withRole(p.Parts, "for", objectRole)
		for i := range t.Parts {
			t.Parts[i].Loose = false
		}
		return []Pattern{t}
	case p.Relation.main() == "sell" && p.Slot.Role == subjectRole && p.names(objectRole):
		t.Slot.Role, t.Parts = "from", withRole(p.Parts, "to", subjectRole)
		return []Pattern{t}
	}
	return nil
}
