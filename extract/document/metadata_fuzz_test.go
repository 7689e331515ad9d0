package document

import (
	"strings"
	"testing"
)

// Whatever stands in a metadata.csv, it is refused in words or read; a file that is named has a name.
func FuzzReadMetadata(f *testing.F) {
	f.Add("path,title,outlet,author,published,url,lang\na.txt,\"A, b\",News,Anna,2025-03-12,https://example.org/,en\n")
	f.Add("\ufeffpath;title\na.txt;x\n")
	f.Fuzz(func(t *testing.T, text string) {
		all, err := ReadMetadata(strings.NewReader(text))
		if err != nil {
			if err.Error() == "" || all != nil {
				t.Errorf("%v beside %q", all, err)
			}
		}
	})
}
