package entity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sayso/extract/parse"
	"sayso/graph"
	"sayso/graph/identity"
)

//go:embed nouns.txt
var nounLists string

//go:embed companies.txt
var companyList string

// companies are the last words of companies' names; true where no surname is spelt so.
var companies = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	var surely bool
	for line := range strings.Lines(companyList) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "#"):
		case line == "perhaps", line == "surely":
			surely = line == "surely"
		default:
			for word := range strings.FieldsSeq(line) {
				words[word] = surely
			}
		}
	}
	return words
})

// isCompany reports whether the last word of a name makes it a company's, or at least may where it need not be sure.
func isCompany(word string, sure bool) bool {
	surely, listed := companies()[strings.ToLower(word)]
	return listed && (surely || !sure) && isUpper(word)
}

var nouns = sync.OnceValue(readNouns)

// readNouns reads a type on a line of its own and the nouns below it.
func readNouns() map[string]graph.Type {
	types := map[string]graph.Type{}
	var current graph.Type
	for line := range strings.Lines(nounLists) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			if isUpper(word) {
				current = graph.Type(word)
			} else if types[word] == "" {
				types[word] = current
			}
		}
	}
	return types
}

// typeOfNoun returns the type of what a common noun names; "" where neither the list nor the
// ending of the word tells.
func typeOfNoun(w *parse.Word) graph.Type {
	lower := strings.ToLower(w.Text)
	for _, form := range []string{lower, strings.ToLower(w.Lemma), singular(lower)} {
		if t := nouns()[form]; t != "" {
			return t
		}
		if identity.IsTitle(form) {
			return graph.Person
		}
	}
	return typeOfEnding(singular(lower))
}

// typeOfEnding knows the nouns of acts and those of agents.
func typeOfEnding(noun string) graph.Type {
	if len(noun) < 7 {
		return ""
	}
	for _, ending := range []string{"ation", "ition", "ession", "ission", "ension", "usion", "ement", "ction", "ption"} {
		if strings.HasSuffix(noun, ending) {
			return graph.Event
		}
	}
	for _, ending := range []string{"ist", "ician", "ologist", "sman", "swoman"} {
		if strings.HasSuffix(noun, ending) {
			return graph.Person
		}
	}
	return ""
}

// isAgentive tells a noun that by its ending may be who does something, though many such name things.
func isAgentive(w *parse.Word) bool {
	return w.XPOS == "NN" && slices.ContainsFunc([]string{"er", "or", "ant", "ian", "ee"}, func(ending string) bool { return strings.HasSuffix(w.Text, ending) })
}

func singular(noun string) string {
	switch {
	case strings.HasSuffix(noun, "ies") && len(noun) > 4:
		return strings.TrimSuffix(noun, "ies") + "y"
	case strings.HasSuffix(noun, "men"):
		return strings.TrimSuffix(noun, "men") + "man"
	case strings.HasSuffix(noun, "ches"), strings.HasSuffix(noun, "shes"), strings.HasSuffix(noun, "sses"), strings.HasSuffix(noun, "xes"):
		return strings.TrimSuffix(noun, "es")
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss"):
		return strings.TrimSuffix(noun, "s")
	}
	return noun
}

// isOrganizationHead reports whether the last word of a name makes it an organisation's.
func isOrganizationHead(word string) bool {
	if isCompany(word, false) {
		return true
	}
	lower := strings.ToLower(word)
	return nouns()[lower] == graph.Organization || nouns()[singular(lower)] == graph.Organization
}
