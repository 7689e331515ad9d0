package document

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// textFields are what people call the text of an article, markupFields its HTML.
var (
	textFields   = []string{"text", "body", "content", "articlebody", "maintext", "main_text", "article", "fulltext", "full_text"}
	markupFields = []string{"html", "content_html", "body_html"}
	nameFields   = []string{"id", "path", "guid", "article_id", "uuid"}
)

// json reads articles as JSON objects, one a line, one after the other, or in an array.
func (w *walk) json(c content, place string) error {
	text := bufio.NewReader(inUTF8(c.Reader))
	d := json.NewDecoder(text)
	n := 1
	if beginsWith(text, '[') {
		var err error
		if n, err = w.array(d, place); err != nil {
			return w.brokenJSON(io.MultiReader(d.Buffered(), text), place, n)
		}
	}
	for ; !w.ended; n++ {
		var value json.RawMessage
		if err := d.Decode(&value); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return w.brokenJSON(io.MultiReader(d.Buffered(), text), place, n)
		}
		if value[0] != '[' {
			w.object(value, place, n)
			continue
		}
		var list []json.RawMessage
		if err := json.Unmarshal(value, &list); err != nil {
			return err
		}
		for _, v := range list {
			w.object(v, place, n)
			n++
		}
		n--
	}
	return nil
}

// array reads the objects of the array with which a file begins, and tells which is the next.
func (w *walk) array(d *json.Decoder, place string) (n int, err error) {
	_, err = d.Token()
	for n = 1; err == nil && d.More() && !w.ended; n++ {
		var value json.RawMessage
		if err = d.Decode(&value); err != nil {
			break
		}
		w.object(value, place, n)
	}
	if err == nil {
		_, err = d.Token()
	}
	if errors.Is(err, io.EOF) && !w.ended {
		w.failed(below(place, strconv.Itoa(n)), errors.New("the array that holds the articles is not closed: what follows is cut off; fetch it again"))
		return n, nil
	}
	return n, err
}

// beginsWith tells whether a byte is the first of a text that is no blank.
func beginsWith(text *bufio.Reader, first byte) bool {
	head, _ := text.Peek(headBytes)
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) > 0 && head[0] == first
}

// brokenJSON reads articles from a broken one on: each begins a line with its brace, as in a list or an array
// with an object a line, so that a broken one costs only itself.
func (w *walk) brokenJSON(r io.Reader, place string, n int) error {
	lines := bufio.NewReader(r)
	for !w.ended {
		part, err := untilBrace(lines)
		n = w.part(part, place, n)
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

// untilBrace reads lines until one begins with a brace.
func untilBrace(lines *bufio.Reader) ([]byte, error) {
	var part []byte
	for {
		line, err := lines.ReadSlice('\n')
		if len(part) <= Limit {
			part = append(part, line...)
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return part, err
		}
		if next, _ := lines.Peek(1); err == nil && string(next) == "{" {
			return part, nil
		}
	}
}

// part reads the objects of a part, and tells which is the next.
func (w *walk) part(part []byte, place string, n int) int {
	part = bytes.TrimRight(part, "\t\r\n ,]")
	if string(part) == "[" {
		return n
	}
	if len(part) > Limit {
		w.object(part, place, n)
		return n + 1
	}
	for d := json.NewDecoder(bytes.NewReader(part)); ; n++ {
		var value json.RawMessage
		if err := d.Decode(&value); errors.Is(err, io.EOF) {
			return n
		} else if err != nil {
			if at := below(place, strconv.Itoa(n)); w.want(at) {
				w.failed(at, notObject(part[d.InputOffset():], err))
			}
			return n + 1
		}
		w.object(value, place, n)
	}
}

var errNoObject = errors.New("is no JSON object with the fields of an article")

// notObject tells what is wrong with what should be an object: it is broken, or a list, from which the bracket was taken that might
// have been that of all.
func notObject(rest []byte, err error) error {
	if json.Valid(append(bytes.Clone(rest), ']')) {
		return errNoObject
	}
	return fmt.Errorf("is broken JSON: %w; want an object a line", err)
}

func (w *walk) object(value json.RawMessage, parent string, n int) {
	place := below(parent, strconv.Itoa(n))
	if !w.want(place) {
		return
	}
	if len(value) > Limit {
		w.failed(place, fmt.Errorf("larger than the %d MiB that one document may have", Limit>>20))
		return
	}
	var v map[string]any
	if err := json.Unmarshal(value, &v); err != nil {
		w.failed(place, errNoObject)
		return
	}
	r, err := fromFields(lowered(v), value)
	r.Path, r.ID = place, whole(below(parent, cmp.Or(r.ID, strconv.Itoa(n))))
	w.got(r, err)
}

func lowered(v map[string]any) func(names ...string) string {
	fields := map[string]string{}
	for key, value := range v {
		fields[strings.ToLower(key)] = scalar(value)
	}
	return func(names ...string) string {
		for _, name := range names {
			if strings.TrimSpace(fields[name]) != "" {
				return fields[name]
			}
		}
		return ""
	}
}

func scalar(value any) string {
	if n, ok := value.(float64); ok {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return named(value)
}

// fromFields makes an article of named fields: its text, or its HTML, below its title.
func fromFields(field func(names ...string) string, original []byte) (Raw, error) {
	meta := metadataOf(field)
	text := strings.TrimSpace(field(textFields...))
	if markup := field(markupFields...); text == "" && markup != "" {
		text = plainText(markup)
	}
	if looksMarkup(text) {
		text = plainText(text)
	}
	if text == "" {
		return Raw{}, fmt.Errorf("no text: want a field %s", strings.Join(textFields[:3], ", "))
	}
	body := []byte(text)
	if !strings.HasPrefix(text, meta.Title) {
		body = titled(meta.Title, text)
	}
	body = bytes.ReplaceAll(body, []byte{0}, nil)
	return Raw{ID: oneLine(field(nameFields...)), Text: body, Meta: meta, Original: original}, nil
}

func looksMarkup(text string) bool {
	return strings.HasPrefix(text, "<") && strings.Contains(text, "</") || strings.Contains(text, "</p>") || strings.Contains(text, "<br")
}
