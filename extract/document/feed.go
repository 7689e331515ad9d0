package document

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// entry is an item of RSS or an entry of Atom.
type entry struct {
	Title     string   `xml:"title"`
	Links     []link   `xml:"link"`
	GUID      string   `xml:"guid"`
	ID        string   `xml:"id"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	PubDate   string   `xml:"pubDate"`
	Date      string   `xml:"date"`    // Dublin Core
	Creator   []string `xml:"creator"` // Dublin Core
	Authors   []author `xml:"author"`
	Summary   markup   `xml:"summary"`
	Content   markup   `xml:"content"`
	Body      string   `xml:"description"`
	Encoded   string   `xml:"encoded"` // RSS 1.0 content module
}

type link struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
	Text string `xml:",chardata"`
}

type author struct {
	Name string `xml:"name"`
	Text string `xml:",chardata"`
}

type markup struct {
	Type  string `xml:"type,attr"`
	Text  string `xml:",chardata"`
	Inner string `xml:",innerxml"`
}

// feed reads the entries of RSS and Atom, as far as each holds its article and not a teaser.
func (w *walk) feed(c content, place string) error {
	text := bufio.NewReader(c.Reader)
	head, _ := text.Peek(headBytes)
	d := xml.NewDecoder(inUTF8(text))
	d.CharsetReader = charset.NewReaderLabel
	if wide(head) != nil {
		d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	}
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var outlet, language string
	found := false
	for depth := 0; !w.ended; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && found {
			return nil
		}
		if err != nil {
			line, column := d.InputPos()
			return fmt.Errorf("line %d, column %d: %w", line, column, notFeed(err, found))
		}
		start, ok := token.(xml.StartElement)
		if _, ended := token.(xml.EndElement); ended {
			depth--
		}
		if !ok {
			continue
		}
		depth++
		switch name := start.Name.Local; {
		case depth == 1 && name != "rss" && name != "feed" && name != "RDF":
			return fmt.Errorf("<%s> is no feed: want RSS or Atom", name)
		case depth == 1:
			found = true
			language = attributeOf(start, "lang")
		case name == "item" || name == "entry":
			line, _ := d.InputPos()
			depth--
			if err := w.entry(d, start, place, outlet, language); err != nil {
				return fmt.Errorf("the entry that begins in line %d: %w; the entries before it are read", line, harmed(err))
			}
		case name == "title" && depth <= 3 && outlet == "":
			depth--
			_ = d.DecodeElement(&outlet, &start)
		case name == "language" && depth <= 3:
			depth--
			_ = d.DecodeElement(&language, &start)
		}
	}
	return nil
}

func notFeed(err error, found bool) error {
	if !found {
		return errors.New("is no feed: want RSS or Atom")
	}
	return harmed(err)
}

func attributeOf(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

const teaserWords = 40

func (w *walk) entry(d *xml.Decoder, start xml.StartElement, place, outlet, language string) error {
	var e entry
	if err := d.DecodeElement(&e, &start); err != nil {
		return err
	}
	name := e.name()
	if w.named[below(place, name)] {
		name = hashed(name, e.address(), e.Title, e.PubDate+e.Published, e.text())
	}
	at := below(place, name)
	w.named[at] = true
	if !w.want(at) {
		return nil
	}
	body := e.text()
	r := Raw{
		Path: at, ID: ID(at), Text: titled(plainLine(e.Title), body), Original: []byte(first(e.Encoded, e.Content.Inner, e.Body, e.Summary.Inner)),
		Meta: Metadata{Title: plainLine(e.Title), Outlet: oneLine(outlet), Author: e.by(), URL: e.address(), Language: oneLine(language)},
	}
	r.Meta.firstDay("", elsewhere, told{"published", e.Published}, told{"pubDate", e.PubDate}, told{"date", e.Date}, told{"updated", e.Updated})
	if n := words(body); n < teaserWords {
		w.got(r, &NoArticle{fmt.Sprintf("a teaser of %d words; the article is at %s", n, first(r.Meta.URL, "an address that the feed does not tell"))})
		return nil
	}
	w.got(r, nil)
	return nil
}

// name is the same whenever the feed is read again, wherever in it the entry stands.
func (e entry) name() string {
	return hashed(first(e.GUID, e.ID, e.address(), e.Title+e.PubDate))
}

func hashed(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:5])
}

func (e entry) text() string {
	longest := ""
	for _, s := range []string{e.Encoded, e.Content.markup(), e.Body, e.Summary.markup()} {
		if looksMarkup(s) || strings.ContainsAny(s, "<&") {
			s = plainText(s)
		}
		if s = strings.TrimSpace(s); len(s) > len(longest) {
			longest = s
		}
	}
	return longest
}

func (m markup) markup() string {
	if m.Type == "xhtml" {
		return m.Inner
	}
	return m.Text
}

func (e entry) by() string {
	var names []string
	for _, a := range e.Authors {
		names = append(names, first(a.Name, a.Text))
	}
	return byName(strings.Join(append(names, e.Creator...), ", "))
}

func (e entry) address() string {
	for _, l := range e.Links {
		if l.Rel == "" || l.Rel == "alternate" {
			if at := webAddress(l.Href, l.Text); at != "" {
				return at
			}
		}
	}
	return webAddress(e.GUID, e.ID)
}

func plainLine(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = plainText(s)
	}
	return oneLine(s)
}
