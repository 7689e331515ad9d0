package answer

// nameGiven: what one calls somebody is not whom one calls so.
func (p *Pattern) nameGiven() {
	switch p.Relation.main() {
	case "call", "name", "dub", "label", "describe", "term", "brand":
	default:
		return
	}
	for _, part := range p.Parts {
		if part.Role == objectRole && p.Slot.Role == objectRole {
			p.Slot.Role = complementRole
			return
		}
	}
}
