package document

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"
)

// maxPages bounds a document that is no article.
const maxPages = 500

// readPDF reads the text layer of a PDF.
func readPDF(data []byte) (raw Raw, err error) {
	defer func() {
		if cause := recover(); cause != nil { // the library's answer to what is broken
			raw, err = Raw{}, damagedPDF(fmt.Errorf("%v", cause))
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if errors.Is(err, pdf.ErrInvalidPassword) {
		return Raw{}, errors.New("the PDF is encrypted: save it without a password")
	}
	if err != nil {
		return Raw{}, damagedPDF(err)
	}
	pages, err := pdfPages(r)
	if err != nil {
		return Raw{}, damagedPDF(err)
	}
	if n := max(r.NumPage(), len(pages)); n > maxPages {
		return Raw{}, &NoArticle{fmt.Sprintf("no article: %d pages, more than %d", n, maxPages)}
	}
	var lines []pdfLine
	for i, p := range pages {
		if err := checkStreams(p); err != nil {
			return Raw{}, damagedPDF(fmt.Errorf("page %d: %w", i+1, err))
		}
		lines = append(lines, pageLines(p, i+1)...)
	}
	text := joinLines(withoutRunning(lines, len(pages)))
	if words(text) == 0 {
		return Raw{}, &NoArticle{fmt.Sprintf("a scan: its pages (%d) have no text layer; it needs OCR, by ocrmypdf for instance", len(pages))}
	}
	raw = Raw{Text: []byte(text), Original: data}
	about := r.Trailer().Key("Info")
	raw.Meta.Title, raw.Meta.Author = pdfTitle(oneLine(about.Key("Title").Text())), oneLine(about.Key("Author").Text())
	raw.Meta.Published = pdfDay(about.Key("CreationDate").RawString())
	return raw, nil
}

func damagedPDF(err error) error {
	return fmt.Errorf("the PDF is damaged: %w; print it to a new PDF, or save its text", err)
}

// What no honest page tree exceeds: the library walks one that contains itself for ever.
const (
	deepestPage = 32
	mostNodes   = 20 * maxPages
)

// pdfPages are the pages of a document in their order.
func pdfPages(r *pdf.Reader) ([]pdf.Page, error) {
	var pages []pdf.Page
	nodes := 0
	var walk func(v pdf.Value, depth int) error
	walk = func(v pdf.Value, depth int) error {
		if nodes++; depth > deepestPage || nodes > mostNodes {
			return errors.New("its pages contain themselves")
		}
		if v.Key("Type").Name() == "Page" {
			pages = append(pages, pdf.Page{V: v})
			return parents(v)
		}
		kids := v.Key("Kids")
		for i := range kids.Len() {
			if err := walk(kids.Index(i), depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return pages, walk(r.Trailer().Key("Root").Key("Pages"), 0)
}

// parents tells of a page whose parents go round in a circle; it inherits from them.
func parents(page pdf.Value) error {
	for depth := 0; !page.IsNull(); page = page.Key("Parent") {
		if depth++; depth > deepestPage+1 {
			return errors.New("its pages are their own parents")
		}
	}
	return nil
}

// pdfLine is a line of a page.
type pdfLine struct {
	page             int
	text             string
	x, y, size, last float64 // where it begins, its letters' size, where it ends
}

func pageLines(p pdf.Page, page int) []pdfLine {
	if p.V.IsNull() {
		return nil
	}
	var lines []pdfLine
	var line *pdfLine
	for _, t := range p.Content().Text {
		switch {
		case strings.TrimSpace(t.S) == "" && line == nil:
			continue
		case line == nil || math.Abs(t.Y-line.y) > 0.5*math.Max(t.FontSize, line.size) || t.X < line.last-3*line.size:
			lines = append(lines, pdfLine{page: page, x: t.X, y: t.Y, size: t.FontSize})
			line = &lines[len(lines)-1]
		case t.X > line.last+0.2*line.size && !strings.HasSuffix(line.text, " "):
			line.text += " "
		}
		line.text += t.S
		line.last = t.X + t.W
	}
	for i := range lines {
		lines[i].text = oneLine(lines[i].text)
	}
	return slices.DeleteFunc(lines, func(l pdfLine) bool { return l.text == "" })
}

// withoutRunning leaves out what stands on most pages, and the numbers of pages.
func withoutRunning(lines []pdfLine, pages int) []pdfLine {
	seen := map[string]map[int]bool{}
	for _, l := range lines {
		if seen[running(l)] == nil {
			seen[running(l)] = map[int]bool{}
		}
		seen[running(l)][l.page] = true
	}
	return slices.DeleteFunc(lines, func(l pdfLine) bool {
		return running(l) == "" || pages > 2 && 2*len(seen[running(l)]) > pages
	})
}

// running is a line without its digits, so that "Page 3" is on every page.
func running(l pdfLine) string {
	return strings.TrimFunc(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, l.text), func(r rune) bool { return blank(r) || strings.ContainsRune("-–|/.", r) })
}

// joinLines makes paragraphs of lines: a new one begins with other letters, below a gap, behind a
// short line that ends a sentence, or indented.
func joinLines(lines []pdfLine) string {
	var out strings.Builder
	leading := usualLeading(lines)
	width := 0.0
	for _, l := range lines {
		width = math.Max(width, l.last-l.x)
	}
	for i, l := range lines {
		if i == 0 {
			out.WriteString(l.text)
			continue
		}
		above := lines[i-1]
		text := out.String()
		switch {
		case parted(above, l, leading, width):
			out.WriteString("\n\n" + l.text)
		case strings.HasSuffix(text, "-") && startsLower(l.text):
			out.Reset()
			out.WriteString(strings.TrimSuffix(text, "-") + l.text)
		case strings.HasSuffix(text, "\u00ad"):
			out.Reset()
			out.WriteString(strings.TrimSuffix(text, "\u00ad") + l.text)
		default:
			out.WriteString(" " + l.text)
		}
	}
	return out.String()
}

func parted(above, l pdfLine, leading, width float64) bool {
	short := above.last-above.x < 0.8*width && sentenceEnd.MatchString(above.text)
	if above.page != l.page || l.y > above.y { // the next page or column
		return short || math.Abs(above.size-l.size) > 0.5
	}
	gap := above.y - l.y
	return math.Abs(above.size-l.size) > 0.5 || gap > 1.4*leading || short || l.x > above.x+0.8*l.size && sentenceEnd.MatchString(above.text)
}

// usualLeading is the distance of most lines to the next.
func usualLeading(lines []pdfLine) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if gap := lines[i-1].y - lines[i].y; gap > 0 && lines[i].page == lines[i-1].page {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		return math.Inf(1)
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/4]
}

func startsLower(s string) bool { return s != "" && s[0] >= 'a' && s[0] <= 'z' }

// pdfTitle is empty where a program put the name of its file there.
func pdfTitle(title string) string {
	lower := strings.ToLower(title)
	if lower == "untitled" || strings.HasPrefix(lower, "microsoft word") || strings.HasSuffix(lower, ".doc") || strings.HasSuffix(lower, ".docx") || strings.HasSuffix(lower, ".indd") {
		return ""
	}
	return title
}

// pdfDay reads D:20250312… (ISO 32000, 7.9.4).
func pdfDay(s string) time.Time {
	s = strings.TrimPrefix(s, "D:")
	day, _ := looseDay(s[:min(len(s), 8)])
	return day
}
