package document

import (
	"strings"
	"testing"
)

// Whatever stands in a metadata.csv, it is refused in words or read.
func FuzzReadMetadata(f *testing.F) {
	f.Add("path,title,outlet,author,published,url,lang\na.txt,\"A, b\",News,Anna,2025-03-12,https://example.org/,en\n")
	f.Add("\ufeffpath;title\na.txt;x\n")
	f.Add("path,title\na.txt,\"x\nb.txt,\"y\"\n\"c\n")
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := ReadMetadata(strings.NewReader(text)); err != nil && err.Error() == "" {
			t.Error("an error of no words")
		}
	})
}
