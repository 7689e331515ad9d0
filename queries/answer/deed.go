package answer

import "sayso/graph"

// deed reads "What did X do?" and "What happened to X?": the relation itself is asked for.
func (q *question) deed(root int) []Pattern {
	if !q.isOpen() {
		return nil
	}
	patterns := q.clause(root)
	p := patterns[0]
	switch {
	case p.Relation.main() == "do" && p.Slot.Role == objectRole && len(p.Relation.Verbs) > 1:
		return p.undertaken()
	case p.Relation.main() == "do" && p.Slot.Role == objectRole && p.Slot.Wants == Anything && len(p.Relation.Verbs) == 1:
		p.Relation = Relation{}
		if q.asking.habitual {
			is := p
			is.Relation = Relation{Verbs: []string{"be"}}
			deeds := p
			deeds.Slot = Slot{Role: claimRole, Wants: Anything}
			return []Pattern{is, deeds}
		}
	case p.Relation.main() == "happen" && p.Slot.Role == subjectRole:
		p.Relation = Relation{}
		for i := range p.Parts {
			p.Parts[i].Loose = false
			if p.Parts[i].Role == "to" {
				p.Parts[i].Role = ""
			}
		}
	default:
		return nil
	}
	p.Slot = Slot{Role: claimRole, Wants: Anything}
	return []Pattern{p}
}

// undertaken reads "What did X promise to do?" as what X promised, and as what else X is to do where the graph
// drops the outer verb: "plans to build" is a plan to build.
func (p Pattern) undertaken() []Pattern {
	outer := p
	outer.Slot = Slot{Role: claimRole, Wants: Anything}
	outer.Relation = Relation{Verbs: p.Relation.Verbs[:len(p.Relation.Verbs)-1]}
	if p.Modality == graph.Asserted {
		return []Pattern{outer}
	}
	ahead := outer
	ahead.Relation, ahead.Weight = Relation{}, 0.9*p.Weight
	return []Pattern{outer, ahead}
}
