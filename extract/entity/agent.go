package entity

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed agents.txt
var agentList string

// agents are the verbs whose subject is somebody ("does") and those whose object is ("undergoes").
var agents = sync.OnceValue(func() map[string]map[string]bool { return readSections(agentList) })

// readSections reads lists of words, each below a line of one word, its name.
func readSections(list string) map[string]map[string]bool {
	sections := map[string]map[string]bool{}
	var section string
	for line := range strings.Lines(list) {
		words := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case len(words) == 1:
			section = words[0]
			sections[section] = map[string]bool{}
		default:
			for _, word := range words {
				sections[section][word] = true
			}
		}
	}
	return sections
}

// agency tells by its verb that a pronoun stands for somebody: who says, or is arrested, is no thing.
func (t *table) agency(at place) string {
	w := t.word(at)
	if w.Head < 0 {
		return ""
	}
	verb := &t.trees[at.tree].Words[w.Head]
	switch {
	case verb.UPOS != "VERB":
	case w.Relation == "nsubj" && agents()["does"][verb.Lemma]:
		return "does"
	case (w.Relation == "nsubj:pass" || w.Relation == "obj" || w.Relation == "iobj") && agents()["undergoes"][verb.Lemma]:
		return "undergoes"
	}
	return ""
}
