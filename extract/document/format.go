package document

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// format is how a file holds its articles.
type format int

const (
	plain format = iota
	markdown
	webPage
	pdfFile
	letter
	gzipped // and what follows may hold several
	tarred
	zipped // an EPUB and a DOCX too
	jsonLines
	table
	feed
	mailbox
	warc
)

// formats are the formats by the ends of names.
var formats = map[string]format{
	".txt": plain, ".text": plain, ".md": markdown, ".markdown": markdown,
	".html": webPage, ".htm": webPage, ".xhtml": webPage,
	".pdf": pdfFile, ".eml": letter, ".mbox": mailbox,
	".gz": gzipped, ".tgz": gzipped, ".tar": tarred, ".zip": zipped, ".epub": zipped, ".docx": zipped,
	".ndjson": jsonLines, ".jsonl": jsonLines, ".json": jsonLines, ".csv": table, ".tsv": table,
	".rss": feed, ".atom": feed, ".xml": feed, ".warc": warc,
}

// headBytes is how much of a file is looked at to tell its format.
const headBytes = 1024

// Readable reports whether the name is one of a file that may hold articles.
func Readable(name string) bool {
	_, known := formats[strings.ToLower(path.Ext(name))]
	return known && path.Base(name) != MetadataName && !strings.HasPrefix(path.Base(name), ".") && !strings.HasPrefix(name, "__MACOSX/")
}

// Plain reports whether a file holds one article that needs no unpacking: text or Markdown.
func Plain(name string, head []byte) bool { return formatOf(name, head) <= markdown }

// Single reports whether a file of that name holds one article.
func Single(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	if ext == ".gz" {
		return Single(strings.TrimSuffix(name, path.Ext(name)))
	}
	return formats[ext] < gzipped && formats[ext] != plain || ext == ".docx" || slices.Contains([]string{".txt", ".text"}, ext)
}

// magic are the bytes that formats begin with, whatever the file is called.
var magic = []struct {
	bytes string
	format
}{
	{"\x1f\x8b", gzipped}, {"PK\x03\x04", zipped}, {"PK\x05\x06", zipped}, {"%PDF-", pdfFile}, {"WARC/", warc},
}

// marks are how text formats begin, in lower case, where the name does not tell.
var marks = []struct {
	text string
	format
}{
	{"<!doctype html", webPage}, {"<html", webPage}, {"<rss", feed}, {"<feed", feed}, {"<?xml", feed}, {"{\"", jsonLines}, {"[{", jsonLines},
	{"from: ", letter}, {"return-path: ", letter}, {"received: ", letter}, {"mime-version: ", letter}, {"message-id: ", letter}, {"from ", mailbox},
}

func formatOf(name string, head []byte) format {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			return m.format
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return tarred
	}
	start := strings.ToLower(strings.TrimLeftFunc(string(head), blank))
	if ext := path.Ext(name); strings.EqualFold(ext, ".gz") || strings.EqualFold(ext, ".tgz") { // unpacked by who fetched it
		name = strings.TrimSuffix(name, ext)
	}
	if f, known := formats[strings.ToLower(path.Ext(name))]; known {
		if (f == feed || f == plain) && (strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html")) {
			return webPage
		}
		return f
	}
	for _, m := range marks {
		if strings.HasPrefix(start, m.text) && (m.format != mailbox || strings.Contains(start, "@")) {
			return m.format
		}
	}
	return plain
}

// one is the reader of a format that holds one article, nil of the others.
func (f format) one() func([]byte) (Raw, error) {
	switch f {
	case plain:
		return readPlain
	case markdown:
		return readMarkdown
	case webPage:
		return readWebPage
	case pdfFile:
		return readPDF
	case letter:
		return readMail
	}
	return nil
}
