package document

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// otherKinds are kinds of files that are not read, by the bytes with which they begin, and what helps.
var otherKinds = []struct{ bytes, what string }{
	{`{\rtf`, "is RTF: save it as .docx or .txt"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word, Excel, PowerPoint or Outlook file, or one with a password: save it without, as .docx, .csv or .txt"},
	{"\x89PNG\r\n", aPicture}, {"\xff\xd8\xff", aPicture}, {"GIF87a", aPicture}, {"GIF89a", aPicture}, {"II*\x00", aPicture}, {"MM\x00*", aPicture},
	{"ID3\x03", aRecording}, {"ID3\x04", aRecording}, {"OggS\x00", aRecording}, {"\x1aE\xdf\xa3", aRecording},
	{"\x00\x00\x00\x18ftyp", aRecording}, {"\x00\x00\x00\x1cftyp", aRecording}, {"\x00\x00\x00\x20ftyp", aRecording},
	{"\xfd7zXZ\x00", isPacked + " (xz)"}, {"BZh91AY&SY", isPacked + " (bzip2)"}, {"\x28\xb5\x2f\xfd", isPacked + " (zstd)"},
	{"Rar!\x1a\x07", isPacked + " (RAR)"}, {"7z\xbc\xaf\x27\x1c", isPacked + " (7z)"},
	{"SQLite format 3\x00", "is an SQLite database: export its articles as .csv or .ndjson"},
	{"PAR1\x15", "is a Parquet table: export its articles as .csv or .ndjson"},
	{"bplist00", "is an Apple property list: save the page as .html or .pdf"},
	{"%!PS", "is PostScript: save it as .pdf"},
	{"\x7fELF", "is a program"},
}

const (
	aPicture   = "is a picture: what is written on it needs OCR, by ocrmypdf or tesseract for instance"
	aRecording = "is a picture, a recording or a film: what is said in it needs a transcript"
	isPacked   = "is packed in a way that is not read: unpack it"
)

// otherKind tells what a file is that is not read, and what helps; it is empty of others.
func otherKind(head []byte) string {
	if len(head) > 12 && string(head[:4]) == "RIFF" && (string(head[8:12]) == "WEBP" || string(head[8:12]) == "WAVE" || string(head[8:12]) == "AVI ") {
		return aRecording
	}
	for _, k := range otherKinds {
		if bytes.HasPrefix(head, []byte(k.bytes)) {
			return k.what
		}
	}
	return ""
}

// officeKind does so of what is a zip by its build.
func officeKind(r *zip.Reader) string {
	switch {
	case zipEntry(r, "xl/workbook.xml") != nil:
		return "is an Excel workbook: save its sheets as .csv"
	case zipEntry(r, "ppt/presentation.xml") != nil:
		return "is a PowerPoint file: save it as .pdf"
	case zipEntry(r, "mimetype") != nil && zipEntry(r, "content.xml") != nil:
		return "is an OpenDocument file: save it as .docx, .csv or .txt"
	}
	return ""
}

// Takes tells what becomes of a file in a folder or an archive, by its name and, where that has no extension, by how it begins: it
// is read, or that it is not is said, or it is passed over in silence, as what is hidden is.
func Takes(name string, head []byte) (read, said bool) {
	base := path.Base(name)
	switch {
	case Readable(name):
		return true, false
	case base == MetadataName || hiddenName(name) || strings.HasPrefix(name, "__MACOSX/") || systemFiles[strings.ToLower(base)]:
		return false, false
	}
	return path.Ext(base) == "" && !projectFiles[strings.ToLower(base)] && likeText(head), true
}

var (
	systemFiles  = set("thumbs.db desktop.ini")
	projectFiles = set("makefile gnumakefile dockerfile containerfile vagrantfile rakefile gemfile procfile jenkinsfile justfile brewfile codeowners readme license licence copying notice authors contributors changelog")
)

// hiddenName holds for what a system hides, and what is in a hidden folder.
func hiddenName(name string) bool {
	for part := range strings.SplitSeq(path.Clean(name), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return true
		}
	}
	return false
}

// likeText tells of a file without an extension whether it may be an article: text, or what tells its format by how it begins.
func likeText(head []byte) bool {
	switch f := formatOf("", head); {
	case len(bytes.TrimSpace(head)) == 0 || otherKind(head) != "" || bytes.HasPrefix(head, []byte("#!")):
		return false
	case f != plain || wide(head) != nil:
		return true
	}
	for cut := 0; cut < utf8.UTFMax && cut < len(head); cut++ {
		if text := head[:len(head)-cut]; utf8.Valid(text) {
			return !bytes.ContainsFunc(text, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\n\r\t\f", r) })
		}
	}
	return western(head)
}
