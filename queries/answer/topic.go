package answer

// holdTopic: who speaks of a thing speaks of that one. What a question of somebody's words says about their topic is no circumstance.
func (p *Pattern) holdTopic() {
	if !speechVerbs[p.Relation.main()] {
		return
	}
	for i, part := range p.Parts {
		if !part.Term.Time && (part.Role == "on" || part.Role == "about") {
			p.Parts[i].Loose = false
		}
	}
}
