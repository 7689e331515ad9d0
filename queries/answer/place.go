package answer

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"sayso/graph"
)

// place is one participant or circumstance of a claim.
type place struct {
	role    string
	key     string // its node as Gizmo writes it
	ref     graph.Ref
	typ     graph.Type
	name    string   // the canonical name
	text    string   // the words of the article
	value   string   // of a time or quantity
	texts   []string // name and words
	quality bool     // an adjective: "The law is retroactive"
	self    bool     // a role of the subject itself: "Ada Okafor, an economist"
}

// places are the participants and circumstances of a claim, in the active.
func places(c graph.Claim) []place {
	var all []place
	first := subjectRole
	if isPassive(c.Predicate) {
		first = objectRole
	}
	all = append(all, subjectPlace(first, c))
	if c.Object != nil {
		object := nodePlace(objectOf(c, first), *c.Object)
		object.quality = c.Rule == "copula-quality"
		object.self = c.Predicate.Lemma == "be" && c.Object.ID == c.Subject.ID
		all = append(all, object)
	}
	for _, a := range c.Arguments {
		all = append(all, argumentPlace(a, first))
	}
	for at := c.Attribution; at != nil; at = at.Of {
		all = append(all, nodePlace(voiceRole, at.Source))
	}
	return all
}

// objectOf is the role of a claim's object: what a passive relation ends in, if it does
// ("was_subjected_to"), and the direct object otherwise.
func objectOf(c graph.Claim, first string) string {
	if p := preposition(c.Predicate.Lemma); p != "" {
		return p
	}
	if first == objectRole {
		return complementRole
	}
	return objectRole
}

// complementRole is what a passive leaves after its verb: "was called a pause".
const complementRole = "as"

// subjectPlace: a subject that is no entity is a node of the claim's own.
func subjectPlace(role string, c graph.Claim) place {
	p := nodePlace(role, c.Subject)
	if p.ref == "" {
		p.key = keyOf(graph.Ref(c.ID + "#subject"))
	}
	return p
}

func nodePlace(role string, n graph.Node) place {
	p := place{role: role, ref: n.ID, typ: n.Type, name: n.Name, text: n.Mention, value: n.Value}
	if p.text == "" {
		p.text = n.Name
	}
	if p.name == "" {
		p.name = n.Mention
	}
	p.key = literalKey(n)
	if n.ID != "" {
		p.key = keyOf(n.ID)
	}
	p.texts = append(p.texts, p.name)
	if p.text != p.name && !isPronoun(p.text) {
		p.texts = append(p.texts, p.text)
	}
	return p
}

func argumentPlace(a graph.Argument, first string) place {
	p := place{role: a.Role, ref: a.ID, key: quoted(a.Text), name: a.Text, text: a.Text, texts: []string{a.Text}}
	if a.ID != "" {
		p.key = keyOf(a.ID)
	}
	if a.Role == "by" && first == objectRole {
		p.role = subjectRole
	}
	return p
}

// quoted is a text as JavaScript writes it.
func quoted(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) {
		return `"` + text + `"`
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string has no way to fail
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func keyOf(ref graph.Ref) string { return quoted("<" + string(ref) + ">") }

// literalKey is a value as the graph holds it: a bare number, a typed amount or time, or text.
func literalKey(n graph.Node) string {
	switch {
	case n.Value == "":
	case n.Type == graph.Quantity:
		if _, err := strconv.Atoi(n.Value); err == nil {
			return n.Value
		}
		return typedKey(n.Value, string(graph.QuantityLiteral))
	case n.Type == graph.TimeValue:
		return typedKey(n.Value, timeDatatype(n.Value))
	}
	return quoted(n.Name)
}

func typedKey(value, datatype string) string {
	return "typed(" + quoted(value) + ", " + quoted(datatype) + ")"
}

func timeDatatype(value string) string {
	if _, err := time.Parse(time.DateOnly, value); err == nil {
		return string(graph.XSDDate)
	}
	if _, err := time.Parse("2006-01", value); err == nil {
		return string(graph.XSDYearMonth)
	}
	if _, err := time.Parse("2006", value); err == nil {
		return string(graph.XSDYear)
	}
	return string(graph.Timex3)
}

func isPronoun(text string) bool {
	switch strings.ToLower(text) {
	case "he", "she", "it", "they", "we", "you", "i", "him", "her", "them", "us", "this", "that", "these", "those", "who", "which", "one", "someone", "everyone":
		return true
	}
	return false
}

// preposition is the one that a relation ends in: speak_with -> with.
func preposition(lemma string) string {
	at := strings.LastIndex(lemma, "_")
	if at < 0 || !isPreposition(lemma[at+1:]) {
		return ""
	}
	return lemma[at+1:]
}

func isPreposition(word string) bool {
	switch word {
	case "of", "in", "on", "at", "to", "for", "from", "by", "with", "about", "into", "over", "under", "after", "before", "during",
		"between", "against", "as", "through", "toward", "towards", "within", "without", "among", "near", "around", "upon", "across", "off", "out":
		return true
	}
	return false
}

// isPassive tells relations whose subject is the one that something was done to: was_arrested,
// is_to_be_held; not is_reviewing, was_accessible, was_scheduled_to_visit.
func isPassive(p graph.Predicate) bool {
	words := strings.Split(p.Name, "_")
	at := -1
	for i, w := range words[:len(words)-1] {
		if isBeForm(w) {
			at = i + 1
		}
	}
	if at > 0 && words[at] == "not" && at+1 < len(words) {
		at++
	}
	if at < 0 || slices.Contains(words[at:], "to") && words[at] != words[len(words)-2] {
		return false
	}
	lemma, _, _ := strings.Cut(p.Lemma, "_")
	return !strings.HasSuffix(words[at], "ing") && words[at] != lemma && lemma != "be"
}

func isBeForm(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being":
		return true
	}
	return false
}
