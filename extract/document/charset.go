package document

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func readPlain(data []byte) (Raw, error) {
	text, err := decode(data)
	return Raw{Text: text}, err
}

// decode gives text as UTF-8. Without a byte order mark it is UTF-8, UTF-16 where half its bytes are zero, Mac Roman where
// its quotation marks are, and else Windows-1252. What is damaged UTF-8 or no text at all is left for Read to refuse.
func decode(data []byte) ([]byte, error) {
	switch from := wide(data); {
	case from != nil:
		return convert(data, from)
	case utf8.Valid(data) || !western(data):
		return data, nil
	case macRoman(data):
		return convert(data, charmap.Macintosh)
	}
	return convert(data, charmap.Windows1252)
}

// wide is the encoding of a text in which every letter has several bytes, as its byte order mark or its zeroes tell.
func wide(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	}
	if order, ok := utf16(data); ok {
		return unicode.UTF16(order, unicode.UseBOM)
	}
	return nil
}

// macRoman reports whether what Windows writes as Õ stands where English has an apostrophe: "doesn’t", "Anna’s".
func macRoman(data []byte) bool {
	small := func(b byte) bool { return 'a' <= b && b <= 'z' }
	for i := 1; i+2 < len(data); i++ {
		if data[i] == 0xD5 && small(data[i-1]) && (data[i+1] == 's' || data[i+1] == 't') && !small(data[i+2]) {
			return true
		}
	}
	return false
}

func convert(data []byte, from encoding.Encoding) ([]byte, error) {
	text, err := from.NewDecoder().Bytes(data)
	if err != nil {
		return nil, fmt.Errorf("decode %v: %w", from, err)
	}
	return bytes.TrimPrefix(text, []byte("\ufeff")), nil
}

// utf16 tells the byte order of UTF-16 by its mark or by where its zeroes are.
func utf16(data []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.BigEndian, true
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unicode.LittleEndian, true
	}
	head := data[:min(len(data), headBytes)&^1]
	var zeroes [2]int
	for i, b := range head {
		if b == 0 {
			zeroes[i%2]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs < 4:
		return unicode.BigEndian, false
	case 2*zeroes[0] > pairs && zeroes[1] == 0:
		return unicode.BigEndian, true
	case 2*zeroes[1] > pairs && zeroes[0] == 0:
		return unicode.LittleEndian, true
	}
	return unicode.BigEndian, false
}

// western reports whether bytes that are not UTF-8 may be a single-byte text: no control bytes, and more
// bytes that UTF-8 cannot have there than letters that only UTF-8 would write.
func western(data []byte) bool {
	var letters, stray int
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case data[i] < ' ' && data[i] != '\n' && data[i] != '\r' && data[i] != '\t' && data[i] != '\f':
			return false
		case data[i] >= 0xFE && i > 0 && data[i-1] >= 0xFE: // ÿÿ is no word's
			return false
		case r == utf8.RuneError && size <= 1:
			stray++
		case size > 1:
			letters++
		}
		i += size
	}
	return stray > letters
}

// decodeMarkup gives a page as UTF-8, by its byte order mark, by what it or its header declares, or by its bytes.
func decodeMarkup(data []byte, contentType string) ([]byte, error) {
	if from := wide(data); from != nil {
		return convert(data, from)
	}
	if utf8.Valid(data) { // pages lie
		return data, nil
	}
	from, name, _ := charset.DetermineEncoding(data, contentType)
	if name == "utf-8" {
		return bytes.ToValidUTF8(data, []byte("\ufffd")), nil
	}
	return convert(data, from)
}
