package web

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/identity"
	"sayso/graph/store"
)

// decisionsPage is what people decided on who is who, a line each, the last one last, and what is left to decide.
type decisionsPage struct {
	Decisions  []string    `json:"decisions"`
	Candidates []candidate `json:"candidates"` // who may be one with the thing asked for
}

// candidate is a thing that may be another.
type candidate struct {
	ID    graph.Ref `json:"id"`
	Name  string    `json:"name"`
	Score float64   `json:"score"`
	Why   string    `json:"why"`
}

// changeView is what a decision makes of the graph.
type changeView struct {
	Decision string   `json:"decision"`
	Done     bool     `json:"done"` // false where it is only previewed
	Articles []string `json:"articles"`
	Deleted  int      `json:"deleted"` // quads
	Added    int      `json:"added"`
	Total    int      `json:"total"` // parts of claims that mean another thing
	Moved    []Moved  `json:"moved"` // the first of them
}

// Moved is a part of a claim that means another thing.
type Moved struct {
	Claim graph.Ref `json:"claim"`
	Quote string    `json:"quote"`
	Part  string    `json:"part"`
	Was   graph.Ref `json:"was"`
	Now   graph.Ref `json:"now"`
}

// mostMoved is how many parts a preview shows.
const mostMoved = 50

// decides is for what reads all mentions of the graph, and may write in all articles.
var decides = policy{scope: writer, shape: problem, body: 8 << 10, time: 2 * time.Minute}

func (s *server) identityRoutes() []route {
	preview := param{name: "preview", says: "true to see what would change, and change nothing", kind: text, options: []string{"true", "false"}}
	line := &content{media: textType, says: "a line as decisions.txt has it: same e:A e:B, apart e:A e:B, split e:A document ID or split e:A name NAME, and after # the reason"}
	last := &content{media: textType, says: "the line of the last decision, so that nobody takes back another one than they saw"}
	gives := []content{jsonOf(changeView{}, "what changes")}
	return []route{
		{method: "GET", path: apiRoot + "identity", does: "what was decided on who is who", policy: looks, example: apiRoot + "identity?entity=e:plan", handle: s.decisions, rests: s.settled,
			takes: []param{{name: "entity", says: "a reference, e:…, to be told who may be one with it", kind: text}},
			gives: []content{jsonOf(decisionsPage{}, "the decisions, the last one last")}},
		{method: "POST", path: apiRoot + "identity", does: "decide who is who", body: line, gives: gives, policy: decides, takes: []param{preview},
			example: apiRoot + "identity?preview=true\n\nsame e:plan e:letter  # as an example", handle: s.decide},
		{method: "POST", path: apiRoot + "identity/undo", does: "take the last decision on who is who back", body: last,
			gives: append(gives, content{status: http.StatusConflict, media: problemType, says: "another decision is the last"}), policy: decides, takes: []param{preview},
			example: apiRoot + "identity/undo?preview=true\n\nsame e:plan e:letter", handle: s.undo},
		{method: "GET", path: apiRoot + "token", does: "what the request's token lets its bearer do", policy: open, example: apiRoot + "token", handle: s.bearer,
			gives: []content{jsonOf(bearerView{}, "its scope, read or write; nothing where there is no token or it is not known")}},
	}
}

// settled names the decisions, some of which change no quad.
func (s *server) settled(*http.Request) string {
	ds, err := s.graph.Decisions()
	if err != nil {
		return ""
	}
	return store.Sum([]byte(ds.String()))
}

func (s *server) decisions(w http.ResponseWriter, r *http.Request) error {
	ds, err := s.graph.Decisions()
	if err != nil {
		return err
	}
	page := decisionsPage{[]string{}, []candidate{}}
	for _, d := range ds {
		page.Decisions = append(page.Decisions, d.String())
	}
	if ref := graph.Ref(r.URL.Query().Get("entity")); ref != "" {
		who, err := s.graph.Registry()
		if err != nil {
			return err
		}
		for _, c := range who.Candidates() {
			if other, ok := besides(c, ref); ok {
				page.Candidates = append(page.Candidates, candidate{other.ID, other.Name, c.Score, c.Why})
			}
		}
	}
	return reply(w, page)
}

// besides is the other of a pair.
func besides(c identity.Candidate, ref graph.Ref) (identity.Described, bool) {
	if c.A.ID == ref {
		return c.B, true
	}
	return c.A, c.B.ID == ref
}

func (s *server) decide(w http.ResponseWriter, r *http.Request) error {
	d, err := decisionIn(r, "; A and B are references, and the body a line such as: same e:Ida_Berg e:Berg")
	if err != nil {
		return err
	}
	return s.rule(w, r, d, func(ds identity.Decisions) (identity.Decisions, error) {
		if other, ok := ds.Contradicts(d); ok {
			return nil, fail(http.StatusConflict, "that goes against the decision %q; take that one back first", other)
		}
		return append(slices.Clip(ds), d), s.decidable(r, d)
	})
}

// decisionIn is the decision in a request's body; where there is none, help says what is wanted.
func decisionIn(r *http.Request, help string) (identity.Decision, error) {
	line, err := io.ReadAll(r.Body)
	if err != nil {
		return identity.Decision{}, err
	}
	d, err := identity.ParseDecision(strings.TrimSpace(string(line)))
	if err != nil {
		return d, fail(http.StatusBadRequest, "%v%s", err, help)
	}
	return d, nil
}

// decidable tells whether the graph has what a decision speaks of.
func (s *server) decidable(r *http.Request, d identity.Decision) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	for _, ref := range []graph.Ref{d.A, d.B} {
		if _, ok := st.entities[ref]; ref != "" && !ok {
			return fail(http.StatusNotFound, "there is no entity %s", ref)
		}
	}
	if d.Kind != identity.Split {
		return nil
	}
	who, err := s.graph.Registry()
	if err != nil {
		return err
	}
	if thing, ok := who.Thing(d.A); !ok || !thing.Has(d.By, d.Of) {
		return fail(http.StatusNotFound, "%s has no %s %q", d.A, d.By, d.Of)
	}
	return nil
}

func (s *server) undo(w http.ResponseWriter, r *http.Request) error {
	d, err := decisionIn(r, "; the body is the line of the last decision, such as: same e:Ida_Berg e:Berg; GET "+apiRoot+"identity lists the decisions, the last one last")
	if err != nil {
		return err
	}
	return s.rule(w, r, d, func(ds identity.Decisions) (identity.Decisions, error) {
		if len(ds) == 0 || ds[len(ds)-1].String() != d.String() {
			return nil, fail(http.StatusConflict, "that is not the last decision; only the last one can be taken back")
		}
		return ds[:len(ds)-1], nil
	})
}

// rule previews what a change to the decisions makes of the graph, and lets it be unless only the preview is asked for.
func (s *server) rule(w http.ResponseWriter, r *http.Request, d identity.Decision, change func(identity.Decisions) (identity.Decisions, error)) error {
	s.deciding.Lock()
	defer s.deciding.Unlock()
	was, err := s.graph.Decisions()
	if err != nil {
		return err
	}
	now, err := change(was)
	if err != nil {
		return err
	}
	preview, err := s.graph.Preview(now)
	if err != nil {
		return err
	}
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	view := changeView{Decision: d.String(), Articles: append([]string{}, preview.Articles...), Deleted: len(preview.Deleted), Added: len(preview.Added)}
	all := MovedBy(preview)
	view.Moved, view.Total = all[:min(mostMoved, len(all))], len(all)
	for i, m := range view.Moved {
		view.Moved[i].Quote = st.quote(m.Claim)
	}
	if r.URL.Query().Get("preview") != "true" {
		if err := s.graph.Decide(r.Context(), now); err != nil {
			return err
		}
		view.Done = true
	}
	return reply(w, view)
}

// quote is a claim's, "" where there is no such claim.
func (st *state) quote(claim graph.Ref) string {
	i, ok := st.at[string(claim)]
	if !ok {
		return ""
	}
	return st.claims[i].Quote
}

// MovedBy are the parts of claims, their quotes left out, that a change lets mean another thing.
func MovedBy(c store.Change) []Moved {
	type place struct{ subject, of quad.Value }
	now, argument := map[place]graph.Ref{}, map[place]graph.Ref{}
	for _, q := range c.Added {
		now[place{q.Subject, q.Predicate}] = refOf(q.Object)
	}
	for _, q := range c.Deleted {
		if node := refOf(q.Subject); q.Predicate == graph.ArgumentEntity {
			claim, _, _ := strings.Cut(string(node), "#")
			argument[place{graph.Ref(claim).IRI(), q.Object}] = now[place{q.Subject, q.Predicate}]
		}
	}
	all := []Moved{}
	for _, q := range c.Deleted {
		claim, part, was, to := refOf(q.Subject), refOf(q.Predicate), refOf(q.Object), now[place{q.Subject, q.Predicate}]
		if strings.HasPrefix(string(part), "p:") {
			// A claim may have two arguments of one role: what each became its own node tells.
			to = argument[place{q.Subject, q.Object}]
		}
		if isClaim(claim) && strings.HasPrefix(string(was), "e:") && strings.HasPrefix(string(to), "e:") {
			all = append(all, Moved{Claim: claim, Part: partOf(part), Was: was, Now: to})
		}
	}
	return all
}

// isClaim tells a claim from the nodes of its own.
func isClaim(ref graph.Ref) bool {
	return strings.HasPrefix(string(ref), "c:") && !strings.Contains(string(ref), "#")
}

// refOf is the reference of an IRI, and "" of any other value.
func refOf(v quad.Value) graph.Ref {
	iri, ok := v.(quad.IRI)
	if !ok {
		return ""
	}
	return graph.Short(iri)
}

// partOf is what a claim's part is called.
func partOf(predicate graph.Ref) string {
	if predicate == "prov:wasAttributedTo" {
		return "voice"
	}
	_, name, _ := strings.Cut(string(predicate), ":")
	return name
}

// bearerView is what a token lets its bearer do.
type bearerView struct {
	Scope  string `json:"scope"`  // read, write, or nothing
	Writes bool   `json:"writes"` // whether there is any token to write with
}

func (s *server) bearer(w http.ResponseWriter, r *http.Request) error {
	has, _ := s.options.Tokens.scopeOf(r)
	view := bearerView{Scope: string(has)}
	for _, scope := range s.options.Tokens {
		view.Writes = view.Writes || scope == writer
	}
	return reply(w, view)
}
