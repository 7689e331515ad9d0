package web

import (
	"errors"
	"net/http"

	"sayso/graph"
	"sayso/graph/store"
)

type articlesPage struct {
	Total    int              `json:"total"`
	Offset   int              `json:"offset"`
	Limit    int              `json:"limit"`
	Articles []articleSummary `json:"articles"`
}

// articleSummary is an article without its text.
type articleSummary struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Author    string `json:"author"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Claims    int    `json:"claims"`
	Reported  int    `json:"reported"` // of them, how many somebody is quoted with
}

type articleView struct {
	articleSummary
	Text   string        `json:"text"`
	Claims []graph.Claim `json:"claims"`
}

// claimView is a claim and what it stands in.
type claimView struct {
	Claim   graph.Claim    `json:"claim"`
	Article articleSummary `json:"article"`
	Voice   graph.Ref      `json:"voice"`
	Before  string         `json:"before"` // the text before the quote, and after it
	After   string         `json:"after"`
	Same    []graph.Claim  `json:"same"`   // what says the same, in other words or places
	Denied  []graph.Claim  `json:"denied"` // what denies it, or what it denies
}

func (s *server) articles(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	p, err := pageOf(r)
	if err != nil {
		return err
	}
	answer := articlesPage{Total: len(st.articles), Offset: p.offset, Limit: p.limit, Articles: []articleSummary{}}
	for _, a := range cut(w, r, st.articles, p) {
		answer.Articles = append(answer.Articles, st.counts[a.ID].of(a))
	}
	return reply(w, answer)
}

// with counts a claim.
func (a articleSummary) with(c graph.Claim) articleSummary {
	a.Claims++
	if c.Attribution != nil {
		a.Reported++
	}
	return a
}

// of says whose counts they are.
func (a articleSummary) of(of graph.Article) articleSummary {
	return articleSummary{of.ID, of.Title, of.Outlet, of.Author, of.Published, of.URL, a.Claims, a.Reported}
}

func (s *server) article(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	id := r.URL.Query().Get("id")
	a, ok := st.article(id)
	if !ok {
		return fail(http.StatusNotFound, "there is no article %q", id)
	}
	view := articleView{Claims: st.fitting(filter{wanted: map[string][]string{"article": {id}}})}
	view.articleSummary = st.counts[id].of(a)
	if view.Text, err = s.text(id); err != nil {
		return err
	}
	return reply(w, view)
}

// text is the article's, or "" where it came as quads alone.
func (s *server) text(article string) (string, error) {
	text, err := s.graph.Text(article)
	if errors.Is(err, store.ErrNotFound) {
		return "", nil
	}
	return string(text), err
}

// around is how much of the text is shown on either side of a quote, in code points.
const around = 300

func (s *server) claim(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	id := r.URL.Query().Get("id")
	i, ok := st.at[id]
	if !ok {
		return fail(http.StatusNotFound, "there is no claim %q", id)
	}
	c := st.claims[i]
	a, _ := st.article(c.Document)
	view := claimView{Claim: c, Article: st.counts[c.Document].of(a), Voice: graph.ArticleIRI(c.Document), Same: []graph.Claim{}, Denied: []graph.Claim{}}
	if c.Attribution != nil {
		view.Voice = graph.VoiceIRI(c.Document, c.Attribution)
	}
	text, err := s.text(c.Document)
	if err != nil {
		return err
	}
	if runes := []rune(text); c.End <= len(runes) {
		view.Before = string(runes[max(0, c.Start-around):c.Start])
		view.After = string(runes[c.End:min(len(runes), c.End+around)])
	}
	for _, other := range st.alike(c) {
		if other.Polarity == c.Polarity {
			view.Same = append(view.Same, other)
		} else {
			view.Denied = append(view.Denied, other)
		}
	}
	return reply(w, view)
}

// alike are the other claims of the same subject, relation and object.
func (st *state) alike(c graph.Claim) []graph.Claim {
	var found []graph.Claim
	for _, i := range st.about[c.Subject.ID] {
		other := st.claims[i]
		if other.ID != c.ID && other.Subject.ID == c.Subject.ID && other.Predicate.Lemma == c.Predicate.Lemma && sameObject(c.Object, other.Object) {
			found = append(found, other)
		}
	}
	return found
}

func sameObject(a, b *graph.Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.ID == b.ID && (a.ID != "" || a.Name == b.Name && a.Value == b.Value)
}
