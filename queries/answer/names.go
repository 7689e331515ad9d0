package answer

import (
	"slices"
	"strings"
	"unicode"

	"sayso/graph"
)

// names finds the names of known entities in texts.
type names struct {
	refs    map[string]graph.Ref // by tokens joined with a space
	folded  map[string]bool      // the same in lower case
	longest int                  // in tokens
	begins  map[string]int       // the longest that begins with a token, in tokens
}

// namesOf collects under which names the claims speak of entities. Only a text all of whose words
// are capitalised is a name; where two entities share one, the more often so called has it. What somebody is, is no
// name: many are called "the President".
func namesOf(claims []graph.Claim) names {
	count, roles := map[string]map[graph.Ref]int{}, roleNouns(claims)
	for _, c := range claims {
		for _, p := range places(c) {
			if p.self || !strings.HasPrefix(string(p.ref), "e:") || p.typ == graph.TimeValue || p.typ == graph.Quantity {
				continue
			}
			for _, text := range p.texts {
				key := nameKey(text)
				if key == "" || roles[strings.ToLower(key)] {
					continue
				}
				if count[key] == nil {
					count[key] = map[graph.Ref]int{}
				}
				count[key][p.ref]++
			}
		}
	}
	n := names{refs: map[string]graph.Ref{}, folded: map[string]bool{}, begins: map[string]int{}}
	for key, refs := range count {
		n.folded[strings.ToLower(key)] = true
		n.refs[key] = mostOften(refs)
		first, _, _ := strings.Cut(key, " ")
		n.begins[first] = max(n.begins[first], strings.Count(key, " ")+1)
		n.longest = max(n.longest, n.begins[first])
	}
	return n
}

// roleNouns are the words that titles end in: president, of "US President".
func roleNouns(claims []graph.Claim) map[string]bool {
	nouns := map[string]bool{}
	for _, c := range claims {
		if c.Rule != "title" || c.Object == nil {
			continue
		}
		if words := tokens(c.Object.Mention); len(words) > 0 {
			nouns[strings.ToLower(words[len(words)-1])] = true
		}
	}
	return nouns
}

func mostOften(count map[graph.Ref]int) graph.Ref {
	var best graph.Ref
	for ref, n := range count {
		if best == "" || n > count[best] || n == count[best] && ref < best {
			best = ref
		}
	}
	return best
}

// nameKey is a text as a name is looked up, "" where it is none.
func nameKey(text string) string {
	all := tokens(text)
	if len(all) > 0 && strings.EqualFold(all[0], "the") {
		all = all[1:]
	}
	if len(all) == 0 || stopWords[strings.ToLower(strings.Join(all, " "))] && strings.ToUpper(all[0]) != all[0] {
		return ""
	}
	for _, t := range all {
		if !isNameToken(t) {
			return ""
		}
	}
	return strings.Join(all, " ")
}

func isNameToken(t string) bool {
	r := []rune(t)
	return unicode.IsUpper(r[0]) || slices.Contains([]string{"of", "for", "and", "the", "de", "al", "bin", "van", "von", "&"}, t)
}

// initials are the names of at least three words by their first letters, but for those that several share.
func (n names) initials() map[string]graph.Ref {
	all := map[string]graph.Ref{}
	for key, ref := range n.refs {
		var b strings.Builder
		for _, t := range strings.Fields(key) {
			if r := []rune(t)[0]; unicode.IsUpper(r) {
				b.WriteRune(r)
			}
		}
		short := b.String()
		if other, taken := all[short]; taken && other != ref {
			ref = ""
		}
		if len(short) > 2 {
			all[short] = ref
		}
	}
	return all
}

// at finds the longest name that begins at token i, and how many tokens it takes.
func (n names) at(tokens []string, i int) (graph.Ref, int) {
	for l := min(n.begins[tokens[i]], len(tokens)-i); l > 0; l-- {
		if ref, ok := n.refs[strings.Join(tokens[i:i+l], " ")]; ok {
			return ref, l
		}
	}
	return "", 0
}

// within are the names before the head of a longer one: that of the US in "US President".
func (n names) within(tokens []string) []string {
	var all []string
	for i := range tokens {
		for end := i + 1; end < len(tokens); end++ {
			if ref, ok := n.refs[strings.Join(tokens[i:end], " ")]; ok {
				all = append(all, string(ref))
			}
		}
	}
	return all
}
