package web

import (
	"net/http"
	"slices"
	"strconv"

	"sayso/graph"
	"sayso/queries/sandbox"
)

var errBusy = sandbox.ErrBusy

// ask answers a question as "sayso ask --format json" does.
func ask(g Graph) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		question := r.URL.Query().Get("q")
		if question == "" {
			problem(w, http.StatusBadRequest, "a question is wanted: ?q=…")
			return
		}
		found, err := g.Ask(r.Context(), question, r.URL.Query().Get("article"))
		if err != nil {
			problem(w, statusOf(err), err.Error())
			return
		}
		reply(w, found)
	}
}

// page is how many claims come at a time where nobody says how many; maxPage is the most.
const (
	page    = 100
	maxPage = 10_000
)

// claims lists the claims that fit the parameters, in the order of the articles.
func claims(g Graph) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		found, err := candidates(g, r.URL.Query().Get("entity"))
		if err != nil {
			problem(w, http.StatusInternalServerError, "the claims could not be read")
			return
		}
		found = slices.DeleteFunc(found, func(c graph.Claim) bool { return !fits(c, r) })
		limit, offset := number(r, "limit", page), number(r, "offset", 0)
		from := min(offset, len(found))
		to := min(from+min(limit, maxPage), len(found))
		reply(w, struct {
			Total  int           `json:"total"`
			Claims []graph.Claim `json:"claims"`
		}{len(found), append([]graph.Claim{}, found[from:to]...)})
	}
}

func candidates(g Graph, entity string) ([]graph.Claim, error) {
	if entity == "" {
		return g.Claims()
	}
	var found []graph.Claim
	for _, ref := range g.Resolve(entity) {
		about, err := g.About(ref)
		if err != nil {
			return nil, err
		}
		found = append(found, about...)
	}
	return found, nil
}

// fits holds a claim against the parameters article, relation (its name or lemma) and voice
// (the name or reference of its source; "article" for what the article itself says).
func fits(c graph.Claim, r *http.Request) bool {
	want := func(parameter string, values ...string) bool {
		wanted := r.URL.Query().Get(parameter)
		return wanted == "" || slices.Contains(values, wanted)
	}
	voices := []string{"article"}
	if c.Attribution != nil {
		voices = []string{c.Attribution.Source.Name, string(c.Attribution.Source.ID)}
	}
	return want("article", c.Document) && want("relation", c.Predicate.Name, c.Predicate.Lemma) && want("voice", voices...)
}

func number(r *http.Request, parameter string, unset int) int {
	n, err := strconv.Atoi(r.URL.Query().Get(parameter))
	if err != nil || n < 0 {
		return unset
	}
	return n
}

// entity tells what the graph knows of the entities of a name.
func entity(g Graph) http.HandlerFunc {
	type known struct {
		ID     graph.Ref     `json:"id"`
		Name   string        `json:"name"`
		Type   graph.Type    `json:"type"`
		Names  []string      `json:"names"`
		Claims []graph.Claim `json:"claims"`
	}
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Query().Get("name")
		refs := g.Resolve(name)
		if len(refs) == 0 {
			problem(w, http.StatusNotFound, "no entity is called "+strconv.Quote(name))
			return
		}
		var all []known
		for _, ref := range refs {
			e, err := g.Entity(ref)
			if err != nil {
				problem(w, http.StatusInternalServerError, "the entity could not be read")
				return
			}
			about, err := g.About(ref)
			if err != nil {
				problem(w, http.StatusInternalServerError, "the claims could not be read")
				return
			}
			all = append(all, known{e.ID, e.Name, e.Type, names(e), append([]graph.Claim{}, about...)})
		}
		reply(w, map[string]any{"entities": all})
	}
}

// names are all that an entity is called, its own name first.
func names(e graph.Entity) []string {
	all := []string{e.Name}
	for _, m := range e.Mentions {
		if !slices.Contains(all, m.Text) {
			all = append(all, m.Text)
		}
	}
	return all
}
