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

// warc reads the pages of a web archive (ISO 28500): the responses that carry HTML or text. What is damaged costs what stands
// there, up to where the next record begins.
func (w *walk) warc(c content, place string) error {
	in := &counted{Reader: c.Reader}
	r := bufio.NewReaderSize(in, 64<<10)
	for n := 1; !w.ended; n++ {
		passBlanks(r)
		begin := in.n - int64(r.Buffered())
		err := w.record(r, place, n)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			continue
		}
		err = fmt.Errorf("record %d, at byte %d: %w", n, begin, harmed(err))
		if n > 1 {
			err = fmt.Errorf("%w; the records before it are read", err)
		}
		w.failed(below(place, strconv.Itoa(n)), err)
		if !nextRecord(r) {
			return nil
		}
	}
	return nil
}

const warcMark = "WARC/"

// counted knows how many bytes were read.
type counted struct {
	io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// nextRecord passes over what is damaged.
func nextRecord(r *bufio.Reader) bool {
	for {
		if head, err := r.Peek(len(warcMark)); err != nil || string(head) == warcMark {
			return err == nil
		}
		if _, err := r.ReadSlice('\n'); err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return false
		}
	}
}

func (w *walk) record(r *bufio.Reader, place string, n int) error {
	header, err := warcHeader(r)
	if err != nil {
		return err
	}
	size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return fmt.Errorf("Content-Length %q is no number: the file is damaged there; fetch it again", header.Get("Content-Length"))
	}
	b := &block{from: io.LimitedReader{R: r, N: size}}
	if kind := header.Get("WARC-Type"); kind == "response" || kind == "resource" || kind == "conversion" {
		w.capture(header, b, place, n)
	}
	_, err = io.Copy(io.Discard, b)
	return err
}

// block is what a record holds, which is as long as its header says or cut off.
type block struct {
	from   io.LimitedReader
	broken bool
}

func (b *block) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if errors.Is(err, io.EOF) && b.from.N > 0 {
		err = io.ErrUnexpectedEOF
	}
	b.broken = b.broken || err != nil && !errors.Is(err, io.EOF)
	return n, err
}

// passBlanks passes over what stands between two records.
func passBlanks(r *bufio.Reader) {
	for {
		next, err := r.Peek(1)
		if err != nil || !strings.ContainsRune(" \t\r\n", rune(next[0])) {
			return
		}
		_, _ = r.Discard(1)
	}
}

func warcHeader(r *bufio.Reader) (textproto.MIMEHeader, error) {
	var text []byte
	for ended := false; !ended; {
		line, err := r.ReadSlice('\n')
		first := len(text) == 0
		text = append(text, line...)
		switch {
		case errors.Is(err, io.EOF) && len(text) == 0:
			return nil, io.EOF
		case first && !bytes.HasPrefix(line, []byte(warcMark[:min(len(warcMark), len(line))])):
			return nil, fmt.Errorf("begins with %.20q, not with WARC/1.0: the file is damaged there; fetch it again", line)
		case errors.Is(err, io.EOF):
			return nil, io.ErrUnexpectedEOF
		case err != nil:
			return nil, err
		}
		ended = len(bytes.TrimSpace(line)) == 0
	}
	_, fields, _ := bytes.Cut(text, []byte("\n"))
	header, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(fields))).ReadMIMEHeader()
	if err != nil {
		err = fmt.Errorf("its header is damaged (%w): fetch it again", err)
	}
	return header, err
}

// capture reads one page of the archive. One that is cut off is left to record to tell.
func (w *walk) capture(header textproto.MIMEHeader, block *block, place string, n int) {
	address := strings.Trim(header.Get("WARC-Target-URI"), "<>")
	at := below(place, captureName(address, n))
	kind := header.Get("Content-Type")
	body, coding := io.Reader(block), ""
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
	if block.broken {
		return
	}
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
