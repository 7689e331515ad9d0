package document

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"
)

// readMail reads a message (RFC 5322): a newsletter, an agency's dispatch, a forwarded article.
func readMail(data []byte) (Raw, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\r\n")))
	if err != nil {
		return Raw{}, fmt.Errorf("read mail: %w: want header lines as From: and Subject:, an empty line, and the text", err)
	}
	words := &mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	field := func(name string) string {
		value := m.Header.Get(name)
		if decoded, err := words.DecodeHeader(value); err == nil {
			value = decoded
		}
		return oneLine(value)
	}
	text, err := bodyOf(part{m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body}, nesting)
	if err != nil {
		return Raw{}, err
	}
	if strings.TrimSpace(text) == "" {
		return Raw{}, &NoArticle{"no article: the mail has no text"}
	}
	r := Raw{Original: data}
	r.Meta.Title = forwarded.ReplaceAllString(field("Subject"), "")
	r.Meta.Language = field("Content-Language")
	r.Meta.firstDay("", elsewhere, told{"Date:", mailZone.ReplaceAllString(field("Date"), "")})
	if from, err := (&mail.AddressParser{WordDecoder: words}).Parse(m.Header.Get("From")); err == nil {
		r.Meta.Outlet = from.Name
	}
	r.Meta.URL = webAddress(field("Archived-At"), strings.Trim(field("List-Archive"), "<>"))
	r.Text = titled(r.Meta.Title, text)
	return r, nil
}

var (
	forwarded = regexp.MustCompile(`^(?i)(?:(?:fwd?|re|aw|wg):\s*)+`)
	mailZone  = regexp.MustCompile(`\s*\([^)]*\)$`)
)

// part is a message or a part of one.
type part struct {
	kind, coding string
	body         io.Reader
}

// bodyOf is the text of a part: of alternatives the plain one, of several the first that has any.
func bodyOf(p part, depth int) (string, error) {
	kind, params, err := mime.ParseMediaType(p.kind)
	if err != nil {
		kind = "text/plain"
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth > 0:
		return bodyOfParts(multipart.NewReader(p.body, params["boundary"]), depth)
	case kind != "text/plain" && kind != "text/html":
		return "", nil
	}
	data, err := content{decoded(p)}.bytes()
	if err != nil {
		return "", fmt.Errorf("read the mail's text: %w", err)
	}
	if kind == "text/html" {
		markup, err := decodeMarkup(data, p.kind)
		return plainText(string(markup)), err
	}
	if from, _ := charset.Lookup(params["charset"]); from != nil && params["charset"] != "" {
		data, err = from.NewDecoder().Bytes(data)
	} else {
		data, err = decode(data)
	}
	return unflowed(strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n")), params["format"] == "flowed"), err
}

func decoded(p part) io.Reader {
	switch strings.ToLower(strings.TrimSpace(p.coding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, p.body)
	case "quoted-printable":
		return quotedprintable.NewReader(p.body)
	}
	return p.body
}

func bodyOfParts(parts *multipart.Reader, depth int) (string, error) {
	best := ""
	for {
		m, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return best, nil
		}
		if err != nil {
			if best != "" {
				return best, nil // cut off behind its text
			}
			return "", fmt.Errorf("read the parts of the mail: %w", harmed(err))
		}
		if name := m.FileName(); name != "" {
			continue
		}
		text, err := bodyOf(part{m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m}, depth-1)
		if err != nil {
			return "", err
		}
		if best == "" || words(text) > 2*words(best) {
			best = text
		}
	}
}

// unflowed joins the lines of format=flowed (RFC 3676), and drops the signature.
func unflowed(text string, flowed bool) string {
	text, _, _ = strings.Cut(text, "\n-- \n")
	if flowed {
		text = strings.ReplaceAll(text, " \n", " ")
	}
	return text
}

// mailbox reads the messages of an mbox file.
func (w *walk) mailbox(c content, place string) error {
	lines := bufio.NewReaderSize(c.Reader, 64<<10)
	var message bytes.Buffer
	n, large := 0, false
	end := func() {
		if n == 0 {
			return
		}
		at := below(place, strconv.Itoa(n))
		if large {
			w.failed(at, fmt.Errorf("larger than the %d MiB that one document may have", Limit>>20))
		} else {
			w.article(readMail, content{bytes.NewReader(message.Bytes())}, at)
		}
		message, large = bytes.Buffer{}, false
	}
	for !w.ended {
		line, err := lines.ReadBytes('\n')
		if bytes.HasPrefix(line, []byte("From ")) {
			end()
			n++
		} else if large = large || message.Len()+len(line) > Limit; !large {
			message.Write(unquoted(line))
		}
		if errors.Is(err, io.EOF) {
			end()
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unquoted takes away the mark that mbox sets before a line of text that begins as a message does.
func unquoted(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); bytes.HasPrefix(rest, []byte("From ")) && len(rest) < len(line) {
		return line[1:]
	}
	return line
}
