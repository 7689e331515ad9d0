package document

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// webpage is what a page says of itself.
type webpage struct {
	Metadata
	days []told // when JSON-LD says that it was published
	body string // the article's text, where the page repeats it for machines
	paid bool   // it says that not everybody may read it
	wall bool   // an element of it is called a paywall
}

// describePage reads what a page says of itself, and believes schema.org's JSON-LD before Open Graph, and that
// before what stands elsewhere.
func describePage(doc *html.Node) webpage {
	var p webpage
	meta := map[string]string{}
	var canonical, title, heading, day, language string
	under(doc, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Script:
			if kind, _ := attribute(n, "type"); strings.HasPrefix(kind, "application/ld+json") && n.FirstChild != nil {
				p.linkedData([]byte(n.FirstChild.Data))
			}
		case atom.Meta:
			addMeta(meta, n)
		case atom.Link:
			if rel, _ := attribute(n, "rel"); strings.EqualFold(rel, "canonical") {
				canonical, _ = attribute(n, "href")
			}
		case atom.Html:
			language, _ = attribute(n, "lang")
		case atom.Title:
			title = cmp.Or(title, textOf(n))
		case atom.H1:
			heading = cmp.Or(heading, textOf(n))
		case atom.Time:
			at, _ := attribute(n, "datetime")
			day = cmp.Or(day, at)
		}
		p.wall = p.wall || walled(n)
		return true
	})
	p.Outlet = first(p.Outlet, meta["og:site_name"], meta["application-name"], strings.TrimPrefix(meta["twitter:site"], "@"))
	p.Title = first(p.Title, meta["og:title"], meta["twitter:title"], heading, title)
	p.Title = withoutOutlet(p.Title, p.Outlet)
	p.Author = byName(first(p.Author, meta["author"], meta["article:author"], meta["parsely-author"], meta["byl"], meta["dc.creator"]))
	p.URL = webAddress(canonical, meta["og:url"], p.URL)
	p.Language = first(p.Language, language, meta["og:locale"], meta["content-language"])
	p.Language = strings.ReplaceAll(p.Language, "_", "-")
	p.dated(meta, day)
	return p
}

// dated takes in the day that the page tells first; what it calls a day and is none is amiss only where no other is one.
func (p *webpage) dated(meta map[string]string, day string) {
	all := p.days
	for _, name := range []string{"article:published_time", "parsely-pub-date", "date", "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "sailthru.date"} {
		all = append(all, told{name, meta[name]})
	}
	p.firstDay("", elsewhere, all...)
	if p.Published.IsZero() {
		p.Published, _ = looseDay(day)
	}
	if !p.Published.IsZero() {
		p.Amiss = ""
	}
}

func addMeta(meta map[string]string, n *html.Node) {
	property, _ := attribute(n, "property")
	name, _ := attribute(n, "name")
	item, _ := attribute(n, "itemprop")
	header, _ := attribute(n, "http-equiv")
	key := strings.ToLower(first(property, name, header, item))
	if value, _ := attribute(n, "content"); meta[key] == "" {
		meta[key] = oneLine(value)
	}
}

var wallName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:paywall|regwall|subscriber-only|subscription-wall|gateway-content)`)

func walled(n *html.Node) bool {
	class, _ := attribute(n, "class")
	id, _ := attribute(n, "id")
	return n.DataAtom != atom.Script && n.DataAtom != atom.Body && n.DataAtom != atom.Html && (wallName.MatchString(class) || wallName.MatchString(id))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func first(all ...string) string {
	for _, s := range all {
		if s = oneLine(s); s != "" {
			return s
		}
	}
	return ""
}

// withoutOutlet takes off a title the outlet that pages put behind it.
func withoutOutlet(title, outlet string) string {
	for _, dash := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if stem, found := strings.CutSuffix(title, dash+outlet); found && outlet != "" {
			return stem
		}
	}
	return title
}

// byName takes the "By" off a byline; an address is no name.
func byName(author string) string {
	if len(author) > 3 && strings.EqualFold(author[:3], "by ") {
		author = author[3:]
	}
	if strings.HasPrefix(author, "http://") || strings.HasPrefix(author, "https://") {
		return ""
	}
	return author
}

func webAddress(all ...string) string {
	for _, s := range all {
		if s = strings.TrimSpace(s); strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
			return s
		}
	}
	return ""
}

// linkedData reads the article of a block of JSON-LD. One that is broken is amiss where nothing else tells the day.
func (p *webpage) linkedData(data []byte) {
	var value any
	err := json.Unmarshal(data, &value)
	if err == nil {
		p.node(value, 8)
	} else if bytes.Contains(data, []byte("datePublished")) {
		p.Amiss = cmp.Or(p.Amiss, fmt.Sprintf("its JSON-LD is broken (%v), and the day is not read: %s", err, elsewhere))
	}
}

func (p *webpage) node(value any, depth int) {
	if depth == 0 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, e := range v {
			p.node(e, depth-1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			p.schema(v)
			return
		}
		p.node(v["@graph"], depth-1)
		p.node(v["mainEntity"], depth-1)
	}
}

// isArticle holds for the types of schema.org that are news or like it.
func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "BlogPosting") || k == "Report"
	case []any:
		for _, e := range k {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

func (p *webpage) schema(v map[string]any) {
	p.Title = first(p.Title, html.UnescapeString(named(v["headline"])), html.UnescapeString(named(v["name"])))
	p.Outlet = first(p.Outlet, named(v["publisher"]), named(v["sourceOrganization"]))
	p.Author = first(p.Author, named(v["author"]), named(v["creator"]))
	p.URL = webAddress(p.URL, named(v["url"]), id(v["mainEntityOfPage"]))
	p.Language = first(p.Language, named(v["inLanguage"]))
	p.days = append(p.days, told{"datePublished", scalar(v["datePublished"])}, told{"dateCreated", scalar(v["dateCreated"])})
	p.body = cmp.Or(p.body, paragraphed(named(v["articleBody"])))
	free, told := v["isAccessibleForFree"]
	p.paid = p.paid || told && (free == false || strings.EqualFold(named(free), "false"))
}

// named is a value, or the name of what it is a node of; of several, all.
func named(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		return first(named(v["name"]), named(v["alternateName"]))
	case []any:
		var all []string
		for _, e := range v {
			if name := named(e); name != "" {
				all = append(all, name)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

func id(value any) string {
	if node, ok := value.(map[string]any); ok {
		value = node["@id"]
	}
	s, _ := value.(string)
	return s
}

// paragraphed is text whose lines are paragraphs, as articleBody has it.
func paragraphed(s string) string {
	var paragraphs []string
	for line := range strings.Lines(plainBreaks(s)) {
		if line = oneLine(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

func plainBreaks(s string) string {
	if strings.Contains(s, "</") || strings.Contains(s, "<p>") || strings.Contains(s, "<br") {
		return plainText(s)
	}
	return html.UnescapeString(s)
}

// dayLayouts are the ways in which pages, feeds and mails write a date.
var dayLayouts = []string{
	time.RFC3339, time.DateOnly, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", time.DateTime, "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04", "2006/01/02", "20060102", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", time.RFC850, time.ANSIC,
}

// looseDay reads a date in any of the ways in which it is written, and keeps the day as it was there.
func looseDay(s string) (time.Time, bool) {
	s = oneLine(s)
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), true
		}
	}
	return time.Time{}, false
}
