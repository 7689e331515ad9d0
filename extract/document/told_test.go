package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const body = "Mayor Otto Ek opened the port of Ystad on Friday, and the council of the town thanked all who had built it with so little money in so short a time, " +
	"as it said in a letter that it sent to the papers of the south."

func toldOf(name, text string) (told []string) {
	Each(name, strings.NewReader(text), all(func(r Raw, err error) bool {
		switch {
		case err != nil:
			told = append(told, err.Error())
		case r.Meta.Amiss != "":
			told = append(told, r.Meta.Amiss)
		default:
			told = append(told, r.Meta.Published.Format("2006-01-02"))
		}
		return true
	}))
	return told
}

// A date that is none is told, unless another tells the day.
func TestDatesAmiss(t *testing.T) {
	page := func(head string) string {
		return "<html><head>" + head + "</head><body><article><p>" + body + "</p></article></body></html>"
	}
	linked := func(fields string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle",` + fields + "}</script>"
	}
	const bad, good = `<meta property="article:published_time" content="2025-15-09">`, `<meta property="article:published_time" content="2025-08-09">`
	for _, test := range []struct{ name, text, want string }{
		{"a.html", page(linked(`"datePublished":"2025-02-30"`)), `datePublished "2025-02-30" is no date: ` + elsewhere},
		{"a.html", page(bad), `article:published_time "2025-15-09" is no date: ` + elsewhere},
		{"a.html", page(linked(`"datePublished":"2025-02-30"`) + good), "2025-08-09"},
		{"a.html", page(linked(`"datePublished":"2025-02-28"`) + bad), "2025-02-28"},
		{"a.html", page(linked(`"datePublished":"2025-02-28",,`)), "its JSON-LD is broken (invalid character ',' looking for beginning of object key string), and the day is not read: " + elsewhere},
		{"a.html", page(linked(`"datePublished":"2025-02-28",,`) + good), "2025-08-09"},
		{"a.ndjson", `{"text":"` + body + `","date":"Saturday, August 9th, 2025 10:00 AM"}`, "2025-08-09"},
		{"a.csv", "text,date\n\"" + body + "\",31/08/2025\n", "2025-08-31"},
		{"a.csv", "text,date\n\"" + body + "\",04/05/2025\n", `published "04/05/2025" is no date: write it as 2025-03-12`},
		{"a.html", page(linked(`"name":"x",,`)), "0001-01-01"},
		{"a.eml", "From: a@b.example\r\nDate: Notaday, 99 Foo 2025\r\n\r\n" + body, `Date: "Notaday, 99 Foo 2025" is no date: ` + elsewhere},
		{"a.rss", "<rss><channel><item><pubDate>nope</pubDate><description>" + body + "</description></item></channel></rss>", `pubDate "nope" is no date: ` + elsewhere},
	} {
		if diff := cmp.Diff([]string{test.want}, toldOf(test.name, test.text)); diff != "" {
			t.Errorf("%s: %s", test.text, diff)
		}
	}
}

// Two entries of a feed with one name are two, each with a place of its own.
func TestFeedNamesTwice(t *testing.T) {
	item := func(title string) string {
		return "<item><guid>1</guid><title>" + title + "</title><description>" + body + "</description></item>"
	}
	places := map[string]bool{}
	Each("a.rss", strings.NewReader("<rss><channel>"+item("One")+item("Two")+"</channel></rss>"), all(func(r Raw, err error) bool {
		if err != nil || r.ID != r.Path {
			t.Errorf("%q %q: %v", r.Path, r.ID, err)
		}
		places[r.Path] = true
		return true
	}))
	if len(places) != 2 {
		t.Errorf("places: %v", places)
	}
}

// What a terminal would obey is in no text; what it was taken from is kept.
func TestEscapesDropped(t *testing.T) {
	const text = "\x1b[2J\x1b]0;title\x07Mayor \x1b[1;31mOtto Ek\x1b[0m opened the \x1bcport."
	Each("a.txt", strings.NewReader(text), all(func(r Raw, err error) bool {
		if string(r.Text) != "Mayor Otto Ek opened the port." || string(r.Original) != text || err != nil {
			t.Errorf("%q from %q: %v", r.Text, r.Original, err)
		}
		return true
	}))
}

// Scrap is no Windows-1252; a list among objects is no cut off object.
func TestWhatItIs(t *testing.T) {
	scrap := []byte("x\xff\xfe\xff\xffnot utf8 \xff")
	if text, _ := decode(scrap); string(text) != string(scrap) {
		t.Errorf("%q", text)
	}
	if text, _ := decode([]byte("\x93No,\x94 \x96 d\xe9j\xe0 vu")); string(text) != "“No,” – déjà vu" {
		t.Errorf("%q", text)
	}
	for _, lines := range []string{"{\"text\":\"One.\"}\n[1,2]\n", "oops\n{\"text\":\"One.\"}\n[1,2]\n{\"text\":\"Two.\"}\n"} {
		if told := fmt.Sprint(toldOf("a.ndjson", lines)); strings.Contains(told, "EOF") || !strings.Contains(told, errNoObject.Error()) {
			t.Errorf("%s: %s", lines, told)
		}
	}
}
