package document

import (
	"errors"
	"fmt"
	"io"

	"github.com/ledongthuc/pdf"
)

// checkStreams looks into all that the library will interpret of a page: at a hexadecimal string that the end of
// a stream cuts off, it would wait for ever.
func checkStreams(p pdf.Page) error {
	interpreted := [][]pdf.Value{partsOf(p.V.Key("Contents"))}
	for _, name := range p.Fonts() {
		interpreted = append(interpreted, partsOf(p.Font(name).V.Key("ToUnicode")))
	}
	for _, parts := range interpreted {
		var streams []io.Reader
		for _, part := range parts {
			streams = append(streams, part.Reader())
		}
		text, err := io.ReadAll(io.LimitReader(io.MultiReader(streams...), Limit+1))
		switch {
		case len(text) > Limit:
			return fmt.Errorf("its text is larger than the %d MiB that one document may have", Limit>>20)
		case err == nil && endsInHex(text): // of another error the library tells
			return errors.New("it ends in the midst of a string")
		}
	}
	return nil
}

// partsOf are the streams of which one is made.
func partsOf(v pdf.Value) []pdf.Value {
	switch v.Kind() {
	case pdf.Stream:
		return []pdf.Value{v}
	case pdf.Array:
		var parts []pdf.Value
		for i := range v.Len() {
			parts = append(parts, v.Index(i))
		}
		return parts
	}
	return nil
}

// endsInHex tells whether a hexadecimal string is open at the end of a stream.
func endsInHex(text []byte) bool {
	depth := 0 // of brackets in a string of letters
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case depth > 0 && c == '\\':
			i++
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth == 0 && c == '%':
			i = lineEnd(text, i)
		case depth == 0 && c == '<' && i+1 < len(text) && text[i+1] == '<':
			i++
		case depth == 0 && c == '<':
			if i = closed(text, i); i == len(text) {
				return true
			}
		}
	}
	return false
}

// closed is where the hexadecimal string that opens at i ends, len(text) where nowhere.
func closed(text []byte, i int) int {
	for ; i < len(text) && text[i] != '>'; i++ {
	}
	return i
}

func lineEnd(text []byte, i int) int {
	for ; i < len(text) && text[i] != '\n' && text[i] != '\r'; i++ {
	}
	return i
}
