package document

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/textproto"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// warc reads the pages of a web archive (ISO 28500): the responses that carry HTML or text.
func (w *walk) warc(c content, place string) error {
	r := bufio.NewReaderSize(c.Reader, 64<<10)
	for n := 1; !w.ended; n++ {
		header, err := warcHeader(r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
		size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			return fmt.Errorf("record %d: Content-Length %q is no number", n, header.Get("Content-Length"))
		}
		block := io.LimitReader(r, size)
		if kind := header.Get("WARC-Type"); kind == "response" || kind == "resource" || kind == "conversion" {
			w.capture(header, block, place, n)
		}
		if _, err := io.Copy(io.Discard, block); err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
	}
	return nil
}

func warcHeader(r *bufio.Reader) (textproto.MIMEHeader, error) {
	line := ""
	for line == "" {
		text, err := textproto.NewReader(r).ReadLine()
		if err != nil {
			return nil, err
		}
		line = strings.TrimSpace(text)
	}
	if !strings.HasPrefix(line, "WARC/") {
		return nil, fmt.Errorf("begins with %.20q, not with WARC/1.0: the file is damaged there", line)
	}
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return header, err
}

// capture reads one page of the archive.
func (w *walk) capture(header textproto.MIMEHeader, block io.Reader, place string, n int) {
	address := strings.Trim(header.Get("WARC-Target-URI"), "<>")
	at := below(place, captureName(address, n))
	kind := header.Get("Content-Type")
	body := block
	coding := ""
	if strings.HasPrefix(kind, "application/http") {
		reply, status, err := httpHeader(block)
		if err != nil || status != "200" {
			return
		}
		kind, coding, body = reply.header.Get("Content-Type"), reply.header.Get("Content-Encoding"), reply.body
	}
	media, _, _ := mime.ParseMediaType(kind)
	if !slices.Contains([]string{"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}, media) || !w.want(at) {
		return
	}
	raw, err := readCapture(body, media, kind, coding, address)
	raw.Path, raw.ID = at, whole(at)
	raw.Meta.URL = webAddress(raw.Meta.URL, address)
	w.got(raw, err)
}

type httpReply struct {
	header textproto.MIMEHeader
	body   io.Reader
}

func httpHeader(r io.Reader) (httpReply, string, error) {
	b := bufio.NewReader(r)
	lines := textproto.NewReader(b)
	status, err := lines.ReadLine()
	if err != nil {
		return httpReply{}, "", err
	}
	header, err := lines.ReadMIMEHeader()
	if fields := strings.Fields(status); len(fields) > 1 {
		return httpReply{header, b}, fields[1], err
	}
	return httpReply{}, "", errors.New("no status line")
}

func readCapture(body io.Reader, media, kind, coding, address string) (Raw, error) {
	if coding == "gzip" {
		packed := bufio.NewReader(body)
		if head, _ := packed.Peek(2); bytes.Equal(head, []byte("\x1f\x8b")) {
			r, err := gzip.NewReader(packed)
			if err != nil {
				return Raw{}, err
			}
			body = r
		} else {
			body = packed
		}
	}
	data, err := content{body}.bytes()
	if err != nil {
		return Raw{}, err
	}
	switch media {
	case "text/plain":
		return readPlain(data)
	case "application/pdf":
		return readPDF(data)
	}
	return readMarkup(data, kind, address)
}

// PageID is the ID of the article at an address.
func PageID(address string) string { return whole(captureName(address, 0)) }

// captureName is the address of a page as a path.
func captureName(address string, n int) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strconv.Itoa(n)
	}
	name := u.Host + "/" + strings.Trim(u.Path, "/")
	if u.RawQuery != "" {
		name += "_" + u.RawQuery
	}
	return strings.TrimSuffix(name, "/")
}
