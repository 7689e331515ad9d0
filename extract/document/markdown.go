package document

import (
	"regexp"
	"strings"
)

var (
	mdHeading  = regexp.MustCompile(`^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$`)
	mdRule     = regexp.MustCompile(`^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+|-+)$`)
	mdFence    = regexp.MustCompile("^\\s{0,3}(?:```|~~~)")
	mdQuote    = regexp.MustCompile(`^\s{0,3}(?:>\s?)+`)
	mdBullet   = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,3}[.)])\s+`)
	mdLink     = regexp.MustCompile(`!?\[([^\]\[]*)\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^\]]*\])`)
	mdImage    = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	mdTarget   = regexp.MustCompile(`^\s{0,3}\[[^\]]+\]:\s+\S+`)
	mdAuto     = regexp.MustCompile(`<(https?://[^>\s]+)>`)
	mdEmphasis = regexp.MustCompile(`(^|[\s(“"'‘\[])(\*{1,3}|_{1,3}|~~)([^\s*_~](?:[^*_~\n]*[^\s*_~])?)(\*{1,3}|_{1,3}|~~)($|[\s).,;:!?”"'’\]—-])`)
	mdCode     = regexp.MustCompile("`+([^`\n]+)`+")
	mdEscape   = regexp.MustCompile(`\\([\\` + "`" + `*_{}\[\]()#+\-.!>~|])`)
	mdComment  = regexp.MustCompile(`(?s)<!--.*?-->`)
)

// readMarkdown keeps the words of Markdown (CommonMark, and front matter in its simple form): a paragraph a line.
func readMarkdown(data []byte) (Raw, error) {
	text, err := decode(data)
	if err != nil {
		return Raw{}, err
	}
	meta, body := frontMatter(strings.TrimPrefix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\ufeff"))
	m := markdownText{}
	for line := range strings.Lines(mdComment.ReplaceAllString(body, "")) {
		m.line(strings.TrimRight(line, "\n"))
	}
	m.end()
	return Raw{Text: []byte(strings.Join(m.paragraphs, "\n\n")), Meta: meta}, nil
}

type markdownText struct {
	paragraphs []string
	open       []string
	fenced     bool
}

func (m *markdownText) line(line string) {
	line = mdQuote.ReplaceAllString(line, "")
	switch {
	case mdFence.MatchString(line):
		m.end()
		m.fenced = !m.fenced
	case m.fenced, mdTarget.MatchString(line):
	case strings.TrimSpace(line) == "", mdRule.MatchString(line), strings.HasPrefix(strings.TrimSpace(line), "|"):
		m.end()
	case mdHeading.MatchString(line):
		m.end()
		m.open = append(m.open, mdHeading.FindStringSubmatch(line)[2])
		m.end()
	case mdBullet.MatchString(line):
		m.end()
		m.open = append(m.open, mdBullet.ReplaceAllString(line, ""))
	default:
		m.open = append(m.open, line)
	}
}

// end closes a paragraph.
func (m *markdownText) end() {
	if text := inline(oneLine(strings.Join(m.open, " "))); text != "" {
		m.paragraphs = append(m.paragraphs, text)
	}
	m.open = nil
}

// inline takes the marks out of a line.
func inline(s string) string {
	s = mdImage.ReplaceAllString(s, "")
	s = mdLink.ReplaceAllString(s, "$1")
	s = mdAuto.ReplaceAllString(s, "$1")
	s = mdCode.ReplaceAllString(s, "$1")
	for range 3 { // emphasis in emphasis
		s = mdEmphasis.ReplaceAllString(s, "$1$3$5")
	}
	return oneLine(mdEscape.ReplaceAllString(s, "$1"))
}

// frontMatter reads the lines "key: value" that static sites put above an article between rows of dashes.
func frontMatter(text string) (Metadata, string) {
	var m Metadata
	head, body, found := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !strings.HasPrefix(text, "---\n") || !found {
		return m, text
	}
	fields := map[string]string{}
	for line := range strings.Lines(head) {
		if key, value, ok := strings.Cut(line, ":"); ok {
			fields[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return metadataOf(func(names ...string) string {
		for _, name := range names {
			if fields[name] != "" {
				return fields[name]
			}
		}
		return ""
	}), body
}

// What people call the fields of metadata.
var (
	titleFields     = []string{"title", "headline", "name"}
	outletFields    = []string{"outlet", "publisher", "source", "site_name", "sitename", "publication", "newspaper"}
	authorFields    = []string{"author", "authors", "byline", "creator"}
	publishedFields = []string{"published", "date", "day", "published_at", "date_publish", "pubdate", "pub_date", "publish_date", "publication_date", "date_published", "datepublished"}
	addressFields   = []string{"url", "link", "canonical", "canonical_url"}
	languageFields  = []string{"lang", "language"}
	noteFields      = []string{"note", "notes", "comment"} // are for who reads the table
)

// metadataOf reads metadata by the names that people give its fields.
func metadataOf(field func(names ...string) string) Metadata {
	m := Metadata{
		Title:    oneLine(field(titleFields...)),
		Outlet:   oneLine(field(outletFields...)),
		Author:   byName(oneLine(field(authorFields...))),
		URL:      webAddress(field(addressFields...)),
		Language: oneLine(field(languageFields...)),
	}
	m.date("", field(publishedFields...))
	return m
}
