package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"mime"
	"strings"

	"sayso/extract/document"
)

// fetched are the articles at an address: those of a feed, or the page itself.
func (p *program) fetched(address string) ([]source, error) {
	if p.fetcher == nil {
		return nil, usage(fmt.Errorf("%s: nothing is fetched from the network without --fetch", address))
	}
	s := source{id: "web", name: address, file: address, at: address}
	whole := s
	s.id = "web/" + document.PageID(address)
	s.many = func(yield func(source) bool) { p.fetcher.articles(whole, address, yield) }
	return []source{s}, nil
}

// articles reads what is at an address.
func (f *fetcher) articles(s source, address string, yield func(source) bool) {
	got, err := f.page(address)
	switch {
	case err != nil:
		yield(s.failed(address, err))
	case isFeed(got):
		f.feed(s, got, yield)
	default:
		f.single(s, got, yield)
	}
}

// failed is an article that could not be fetched.
func (s source) failed(address string, err error) source {
	s.id, s.name = "web/"+document.PageID(address), address
	s.open = func() (document.Raw, error) { return document.Raw{}, err }
	return s
}

func isFeed(p capture) bool {
	media, _, _ := mime.ParseMediaType(p.kind)
	if strings.Contains(media, "html") {
		return false
	}
	head := strings.ToLower(string(p.body[:min(len(p.body), 1024)]))
	return strings.Contains(head, "<rss") || strings.Contains(head, "<feed") || strings.Contains(head, "<rdf:rdf")
}

// feed reads the entries of a feed: those that hold their article as they are, of the others the pages that they lead to.
func (f *fetcher) feed(s source, p capture, yield func(source) bool) {
	stopped := false
	err := inFile(p.body, func(open func() (fs.File, error)) error {
		return each(f.ctx, open, "feed.xml", func(r document.Raw, err error) bool {
			if err == nil || !skipped(err) || r.Meta.URL == "" {
				stopped = !yield(s.entry(r, err))
				return !stopped
			}
			f.articlesOf(s, r.Meta.URL, func(one source) bool {
				stopped = !yield(one)
				return !stopped
			})
			return !stopped
		})
	})
	if err != nil && !stopped {
		yield(s.failed(p.address, err))
	}
}

// articlesOf is the page that an entry of a feed leads to. Another feed is not followed.
func (f *fetcher) articlesOf(s source, address string, yield func(source) bool) {
	got, err := f.page(address)
	if err != nil {
		yield(s.failed(address, err))
		return
	}
	s.name = address
	f.single(s, got, yield)
}

// single reads a page in a child, as one of a web archive: with its address, and with what the server says of it.
func (f *fetcher) single(s source, p capture, yield func(source) bool) {
	n, stopped := 0, false
	err := inFile(p.warc(), func(open func() (fs.File, error)) error {
		return each(f.ctx, open, "page.warc", func(r document.Raw, err error) bool {
			if r.Path == "" && skipped(err) {
				return true
			}
			n++
			one := s.entry(r, err)
			one.name = s.name
			stopped = !yield(one)
			return !stopped
		})
	})
	if err == nil && n == 0 {
		err = &document.NoArticle{Why: fmt.Sprintf("no article: the server calls it %s", cmp.Or(p.kind, "nothing"))}
	}
	if err != nil && !stopped {
		yield(s.failed(p.address, err))
	}
}

func (p capture) warc() []byte {
	var reply, b bytes.Buffer
	kind := strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, p.kind)
	fmt.Fprintf(&reply, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n", kind)
	reply.Write(p.body)
	fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n", p.address, reply.Len())
	b.Write(reply.Bytes())
	b.WriteString("\r\n\r\n")
	return b.Bytes()
}

// inFile calls fn with a file that holds some bytes, for children read files.
func inFile(data []byte, fn func(open func() (fs.File, error)) error) error {
	f, err := spool(bytes.NewReader(data))
	if err != nil {
		return err
	}
	defer f.Close()
	return fn(func() (fs.File, error) {
		_, err := f.Seek(0, 0)
		return kept{f}, err
	})
}
