package identity

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sayso/graph"
)

// Bare returns a name without determiner, possessive mark and quotation marks.
func Bare(name string) string {
	words := strings.Fields(strings.Trim(name, " \t\n\"“”‘’'(),;:"))
	for len(words) > 1 && determiners[strings.ToLower(words[0])] {
		words = words[1:]
	}
	name = strings.Join(words, " ")
	for _, mark := range []string{"'s", "’s", "'", "’"} {
		if bare, ok := strings.CutSuffix(name, mark); ok {
			return strings.TrimSpace(bare)
		}
	}
	return name
}

var determiners = map[string]bool{
	"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true,
	"its": true, "his": true, "her": true, "their": true, "our": true, "my": true, "your": true,
	"some": true, "any": true, "such": true, "both": true, "all": true, "each": true, "every": true, "no": true,
}

// Fold returns the form in which two names compare: bare, lower case, without accents, full stops
// and hyphens, initials together (J. D. and J.D. are jd).
func Fold(name string) string {
	return strings.Join(words(name), " ")
}

// Begins tells whether a name, or what follows one of its spaces, begins so, whatever case and accents.
func Begins(name, prefix string) bool {
	prefix = Fold(prefix)
	for {
		if strings.HasPrefix(Fold(name), prefix) {
			return true
		}
		_, rest, more := strings.Cut(name, " ")
		if !more {
			return false
		}
		name = rest
	}
}

// IsCalled tells whether one of a thing's names begins so.
func IsCalled(e graph.Entity, prefix string) bool {
	return slices.ContainsFunc(e.Names(), func(name string) bool { return Begins(name, prefix) })
}

func words(name string) []string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case r == '.' || r == '\'' || r == '’':
			return -1
		case r == '-' || r == '–' || unicode.IsSpace(r):
			return ' '
		}
		return unicode.ToLower(r)
	}, plain(strings.ReplaceAll(Bare(name), ". ", ".\u00a0")))
	return joinInitials(strings.Fields(folded))
}

func joinInitials(words []string) []string {
	var out []string
	initials := false
	for _, w := range words {
		single := len(w) == 1 && w[0] >= 'a' && w[0] <= 'z'
		if single && initials {
			out[len(out)-1] += w
			continue
		}
		out = append(out, w)
		initials = single
	}
	return out
}

// Plain spells a name with the letters of English.
func Plain(name string) string { return plain(name) }

// plain spells a name with the letters of English.
func plain(name string) string {
	ascii := true
	for i := 0; i < len(name) && ascii; i++ {
		ascii = name[i] < 0x80
	}
	if ascii {
		return name
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(letters.Replace(name)))
}

var letters = strings.NewReplacer("ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D", "ı", "i",
	"ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "þ", "th", "Þ", "Th", "ʻ", "'", "‘", "'", "’", "'", "\u00a0", " ")

// sameWord reports whether two folded words are one word in two spellings, as transliterations
// from Cyrillic and Arabic differ: Zelensky, Zelenskyy, Zelenskiy.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	return min(len(a), len(b)) >= 5 && sound(a) == sound(b)
}

func sound(word string) string {
	if rest, ok := strings.CutPrefix(word, "ye"); ok {
		word = "e" + rest
	}
	word = romanization.Replace(word)
	if stem, ok := strings.CutSuffix(word, "i"); ok {
		word = stem + "y"
	}
	return single(word)
}

var romanization = strings.NewReplacer("iyy", "y", "yi", "y", "yy", "y", "iy", "y", "ii", "y", "ij", "y", "yj", "y", "ey", "ei",
	"ie", "e", "iu", "yu", "ia", "ya", "kh", "h", "ph", "f", "ks", "x", "w", "v", "ou", "u", "oo", "u", "ee", "i", "q", "k", "ck", "k",
	"dj", "j", "dh", "d", "gh", "g", "tz", "ts", "sch", "sh")

// single drops the second of two equal letters.
func single(word string) string {
	var b strings.Builder
	for i := 0; i < len(word); i++ {
		if i == 0 || word[i] != word[i-1] {
			b.WriteByte(word[i])
		}
	}
	return b.String()
}

// slip reports whether two long words differ by one slip of the hand: a letter more or less,
// another letter, or two exchanged.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
