package sparql

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// textOf is the text and language of a string literal.
func textOf(v quad.Value) (text, language string, ok bool) {
	switch v := v.(type) {
	case quad.String:
		return string(v), "", true
	case quad.LangString:
		return string(v.Value), v.Lang, true
	}
	return "", "", false
}

// textIn is a string literal of a language, or of none.
func textIn(text, language string) quad.Value {
	if language == "" {
		return quad.String(text)
	}
	return quad.LangString{Value: quad.String(text), Lang: language}
}

// compatible are two string arguments (section 17.4.3.1.2): the second has no language or that of the first.
func compatible(v []quad.Value) (first, second, language string, err error) {
	first, language, ok := textOf(v[0])
	second, other, also := textOf(v[1])
	if !ok || !also || other != "" && !strings.EqualFold(other, language) {
		return "", "", "", errType
	}
	return first, second, language, nil
}

func strlen(_ *run, v []quad.Value) (quad.Value, error) {
	text, _, ok := textOf(v[0])
	if !ok {
		return nil, errType
	}
	return quad.Int(utf8.RuneCountInString(text)), nil
}

// substr counts characters from 1, and rounds, as fn:substring does.
func substr(_ *run, v []quad.Value) (quad.Value, error) {
	text, language, ok := textOf(v[0])
	from, isNumber := numberOf(v[1])
	if !ok || !isNumber {
		return nil, errType
	}
	start := math.Floor(from.as(isDouble).approximate + 0.5)
	end := math.Inf(1)
	if len(v) == 3 {
		n, isNumber := numberOf(v[2])
		if !isNumber {
			return nil, errType
		}
		end = start + math.Floor(n.as(isDouble).approximate+0.5)
	}
	var b strings.Builder
	at := 1.0
	for _, c := range text {
		if at >= start && at < end {
			b.WriteRune(c)
		}
		at++
	}
	return textIn(b.String(), language), nil
}

func changed(change func(string) string) func(*run, []quad.Value) (quad.Value, error) {
	return func(_ *run, v []quad.Value) (quad.Value, error) {
		text, language, ok := textOf(v[0])
		if !ok {
			return nil, errType
		}
		return textIn(change(text), language), nil
	}
}

func tested(test func(text, part string) bool) func(*run, []quad.Value) (quad.Value, error) {
	return func(_ *run, v []quad.Value) (quad.Value, error) {
		text, part, _, err := compatible(v)
		return quad.Bool(test(text, part)), err
	}
}

func before(_ *run, v []quad.Value) (quad.Value, error) {
	text, part, language, err := compatible(v)
	found, _, ok := strings.Cut(text, part)
	if !ok {
		return quad.String(""), err
	}
	return textIn(found, language), err
}

func after(_ *run, v []quad.Value) (quad.Value, error) {
	text, part, language, err := compatible(v)
	_, found, ok := strings.Cut(text, part)
	if !ok {
		return quad.String(""), err
	}
	return textIn(found, language), err
}

// encodeForURI leaves only what RFC 3986 calls unreserved.
func encodeForURI(_ *run, v []quad.Value) (quad.Value, error) {
	text, _, ok := textOf(v[0])
	if !ok {
		return nil, errType
	}
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return quad.String(b.String()), nil
}

// maxString is how long a string that an expression makes may be.
const maxString = 1 << 20

// concat keeps the language where all have the same.
func concat(_ *run, v []quad.Value) (quad.Value, error) {
	var b strings.Builder
	common := ""
	for i, one := range v {
		text, language, ok := textOf(one)
		if !ok || b.Len()+len(text) > maxString {
			return nil, errType
		}
		if i == 0 {
			common = language
		} else if language != common {
			common = ""
		}
		b.WriteString(text)
	}
	return textIn(b.String(), common), nil
}

func hashed(hex func(string) string) func(*run, []quad.Value) (quad.Value, error) {
	return func(_ *run, v []quad.Value) (quad.Value, error) {
		text, ok := v[0].(quad.String)
		if !ok {
			return nil, errType
		}
		return quad.String(hex(string(text))), nil
	}
}

func md5Hex(s string) string    { return fmt.Sprintf("%x", md5.Sum([]byte(s))) }
func sha1Hex(s string) string   { return fmt.Sprintf("%x", sha1.Sum([]byte(s))) }
func sha256Hex(s string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(s))) }
func sha384Hex(s string) string { return fmt.Sprintf("%x", sha512.Sum384([]byte(s))) }
func sha512Hex(s string) string { return fmt.Sprintf("%x", sha512.Sum512([]byte(s))) }

// matching is REGEX. A pattern that stands in the query is compiled once.
func matching(source []expression, arguments []evaluator) evaluator {
	compile := compiling(source, 1)
	return strict(arguments, func(_ *run, v []quad.Value) (quad.Value, error) {
		text, _, ok := textOf(v[0])
		re, err := compile(v[1:])
		if !ok || err != nil {
			return nil, errType
		}
		return quad.Bool(re.MatchString(text)), nil
	})
}

// replacing is REPLACE.
func replacing(source []expression, arguments []evaluator) evaluator {
	compile := compiling(source, 1, 3)
	return strict(arguments, func(_ *run, v []quad.Value) (quad.Value, error) {
		text, language, ok := textOf(v[0])
		by, _, also := textOf(v[2])
		re, err := compile(append([]quad.Value{v[1]}, v[3:]...))
		if !ok || !also || err != nil || re.MatchString("") {
			return nil, errType
		}
		out := re.ReplaceAllString(text, groupsIn.ReplaceAllString(by, "$${$1}"))
		if len(out) > maxString {
			return nil, errType
		}
		return textIn(out, language), nil
	})
}

// groupsIn finds $1 in a replacement; Go would read $1x as a group's name.
var groupsIn = regexp.MustCompile(`\$([0-9])`)

// compiling compiles a pattern with its flags, once where both are constants.
func compiling(source []expression, places ...int) func([]quad.Value) (*regexp.Regexp, error) {
	fixed := true
	for i := places[0]; i < len(source); i++ {
		_, plain := source[i].(constant)
		fixed = fixed && (plain || len(places) > 1 && i == places[0]+1)
	}
	var known *regexp.Regexp
	return func(v []quad.Value) (*regexp.Regexp, error) {
		if known != nil {
			return known, nil
		}
		re, err := regularExpression(v)
		if fixed && err == nil {
			known = re
		}
		return re, err
	}
}

func regularExpression(v []quad.Value) (*regexp.Regexp, error) {
	pattern, ok := v[0].(quad.String)
	if !ok {
		return nil, errType
	}
	text, flags := string(pattern), ""
	if len(v) > 1 {
		given, ok := v[1].(quad.String)
		if !ok || strings.Trim(string(given), "ismxq") != "" {
			return nil, errType
		}
		flags = string(given)
	}
	switch {
	case strings.Contains(flags, "q"):
		text = regexp.QuoteMeta(text)
	case strings.Contains(flags, "x"):
		text = strings.NewReplacer(" ", "", "\t", "", "\n", "", "\r", "").Replace(text)
	}
	if flags = strings.Trim(flags, "qx"); flags != "" {
		text = "(?" + flags + ")" + text
	}
	return regexp.Compile(text)
}
