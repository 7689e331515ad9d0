package document

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ID returns the id of the article at a relative path: the path without its extension, with what
// an IRI may not hold percent-encoded.
func ID(name string) string {
	name = path.Clean(filepath.ToSlash(name))
	if stem := strings.TrimSuffix(name, path.Ext(name)); path.Base(stem) == path.Base(name) || !strings.HasSuffix(stem, "/") && stem != "" {
		name = stem
	}
	var id strings.Builder
	for i, r := range name {
		_, size := utf8.DecodeRuneInString(name[i:])
		switch {
		case r == utf8.RuneError, !safe(r):
			for _, b := range []byte(name[i : i+size]) {
				fmt.Fprintf(&id, "%%%02X", b)
			}
		default:
			id.WriteRune(r)
		}
	}
	return id.String()
}

// RFC 3987: unreserved characters, here without the rarer ucschar ranges.
func safe(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-._~/", r)
}
