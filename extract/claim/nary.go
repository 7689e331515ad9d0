package claim

// nary is one tuple: subject, object with the preposition in the relation, then what else the clause says.
func (w wording) nary() []Tuple {
	relation := w.relation(true)
	t := Tuple{Arguments: []string{w.subject}}
	rest := w.adjuncts
	object := w.object
	if object == nil && len(rest) > 0 {
		object, rest = &rest[0], rest[1:]
	}
	if object != nil {
		relation = append(relation, w.text(object.opener))
		t.Arguments = append(t.Arguments, object.Text)
	}
	for _, a := range rest {
		t.Arguments = append(t.Arguments, join(w.text(a.opener), a.Text))
	}
	t.Relation = join(relation...)
	return []Tuple{t}
}
