package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph"
	"sayso/graph/identity"
	"sayso/graph/store"
	"sayso/queries/web"
)

// ruling is a change to the decisions: what there is now becomes what there is to be.
type ruling func(identity.Decisions) (identity.Decisions, error)

// rule previews a ruling, prints what it changes, and lets it be.
func (p *program) rule(c *cobra.Command, dry bool, of func(*store.Store) (ruling, error)) error {
	s, err := p.open()
	if err != nil {
		return err
	}
	change, err := of(s)
	if err == nil {
		err = p.ruleIn(c.Context(), s, dry, change)
	}
	return errors.Join(err, s.Close())
}

func (p *program) ruleIn(ctx context.Context, s *store.Store, dry bool, change ruling) error {
	was, err := s.Decisions()
	if err != nil {
		return err
	}
	now, err := change(was)
	if err != nil {
		return err
	}
	preview, err := s.Preview(now)
	if err != nil {
		return err
	}
	if err := writeChange(p.stdout, s, preview, dry); err != nil || dry {
		return err
	}
	return s.Decide(ctx, now)
}

// writeChange prints what becomes of the graph, and where it is only asked for which parts of claims will mean another thing.
func writeChange(w io.Writer, s *store.Store, c store.Change, asked bool) error {
	_, err := fmt.Fprintf(w, "%s changed: %s go, %s come\n", count(len(c.Articles), "article"), count(len(c.Deleted), "quad"), count(len(c.Added), "quad"))
	if !asked || err != nil {
		return err
	}
	moved := web.MovedBy(c)
	if len(moved) == 0 {
		_, err = fmt.Fprintln(w, "no part of a claim means another thing")
		return err
	}
	shown := moved[:min(mostMoved, len(moved))]
	quotes, err := quotesOf(s, shown)
	if err != nil {
		return err
	}
	for _, m := range shown {
		if _, err := fmt.Fprintf(w, "%-10s %s: %s → %s\n%-10s “%s”\n", strings.TrimPrefix(string(m.Claim), "c:"), m.Part, m.Was, m.Now, "", plain(oneLine(quotes[string(m.Claim)]))); err != nil {
			return err
		}
	}
	if more := len(moved) - len(shown); more > 0 {
		_, err = fmt.Fprintf(w, "and %d more\n", more)
	}
	return err
}

// quotesOf are the quotes of the claims of which parts move, by the claims' IDs.
func quotesOf(s *store.Store, moved []web.Moved) (map[string]string, error) {
	var ids []graph.Ref
	for _, m := range moved {
		ids = append(ids, m.Claim)
	}
	claims, err := s.Claims(ids...)
	quotes := map[string]string{}
	for _, c := range claims {
		quotes[c.ID] = c.Quote
	}
	return quotes, err
}

// mostMoved is how many parts of claims a preview shows.
const mostMoved = 50

// adding is the ruling that adds one decision.
func adding(d identity.Decision) ruling {
	return func(ds identity.Decisions) (identity.Decisions, error) {
		if other, ok := ds.Contradicts(d); ok {
			return nil, usage(fmt.Errorf("%s %s %s goes against %q; %s", d.Kind, d.A, d.B, other, takeBack(ds, other)))
		}
		return append(ds[:len(ds):len(ds)], d), nil
	}
}

// entity finds the one thing that an argument means: e:IRI, or a name.
func entityNamed(s *store.Store, name string) (graph.Ref, error) {
	if strings.HasPrefix(name, "e:") {
		return graph.Ref(name), entityIs(s, graph.Ref(name))
	}
	switch found := s.Resolve(name); len(found) {
	case 0:
		return "", nobody(s, name)
	case 1:
		return found[0], nil
	default:
		return "", usage(fmt.Errorf("%q may be any of %s; name one of them", name, joined(found)))
	}
}

// entityIs tells of an IRI that names nothing why that may be.
func entityIs(s *store.Store, id graph.Ref) error {
	if _, err := s.Entity(id); err == nil {
		return nil
	}
	ds, err := s.Decisions()
	if err != nil {
		return err
	}
	if d, ok := ds.Merged(id); ok {
		return usage(fmt.Errorf("%s is %s, by the decision %q; %s", id, d.A, d, takeBack(ds, d)))
	}
	return nothing(fmt.Errorf("no entity %s; sayso entities lists them", id))
}

// takeBack tells how a decision is taken back.
func takeBack(ds identity.Decisions, d identity.Decision) string {
	if ds[len(ds)-1] == d {
		return "sayso undo takes that back"
	}
	return "delete its line in " + store.DecisionsFile + " and call sayso entities --settle to take that back"
}

func entitiesNamed(s *store.Store, names []string) ([]graph.Ref, error) {
	var refs []graph.Ref
	for _, name := range names {
		ref, err := entityNamed(s, name)
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	if len(refs) == 2 && refs[0] == refs[1] {
		return nil, usage(fmt.Errorf("both are %s already", refs[0]))
	}
	return refs, nil
}

func joined(refs []graph.Ref) string {
	texts := make([]string, len(refs))
	for i, ref := range refs {
		texts[i] = string(ref)
	}
	return strings.Join(texts, ", ")
}
