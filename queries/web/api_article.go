package web

import (
	"errors"
	"net/http"
	"slices"

	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries/analysis"
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

// claimView is a claim, what it stands in, and who else says so.
type claimView struct {
	Claim   graph.Claim        `json:"claim"`
	Article articleSummary     `json:"article"`
	Voice   graph.Ref          `json:"voice"`
	Before  string             `json:"before"` // the text before the quote, and after it
	After   string             `json:"after"`
	Parts   []analysis.WhyPart `json:"parts"`   // what was read, and from which words
	Origins int                `json:"origins"` // independent reports that say so
	Same    []analysis.Cite    `json:"same"`    // what says the same
	Against []analysis.Cite    `json:"against"` // what it conflicts with
	Reports []report           `json:"reports"` // who says so by the origin of the report, the claim's own first
}

// report is what says the same in articles that are copies of one report.
type report struct {
	Articles []string        `json:"articles"`
	Claims   []analysis.Cite `json:"claims"`
}

func (s *server) articles(w http.ResponseWriter, r *http.Request) error {
	st, p, err := s.readPage(r)
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
	why, _ := st.analysis().Why(graph.Ref(id))
	view := claimView{Claim: c, Article: st.counts[c.Document].of(a), Voice: why.Voice, Parts: why.Parts, Origins: why.Origins,
		Same: append([]analysis.Cite{}, why.Same...), Against: append([]analysis.Cite{}, why.Against...)}
	view.Reports = reports(st.analysis(), append([]analysis.Cite{why.Cite}, why.Same...))
	text, err := s.text(c.Document)
	if err != nil {
		return err
	}
	if runes := []rune(text); c.End <= len(runes) {
		view.Before = string(runes[max(0, c.Start-around):c.Start])
		view.After = string(runes[c.End:min(len(runes), c.End+around)])
	}
	return reply(w, view)
}

// reports puts claims together that are of one origin.
func reports(g *analysis.Graph, cites []analysis.Cite) []report {
	all := []report{}
	at := map[string]int{}
	for _, c := range cites {
		origin := g.Origin(c.Document)
		i, known := at[origin]
		if !known {
			i = len(all)
			at[origin], all = i, append(all, report{})
		}
		all[i].Claims = append(all[i].Claims, c)
		if !slices.Contains(all[i].Articles, c.Document) {
			all[i].Articles = append(all[i].Articles, c.Document)
		}
	}
	return all
}
