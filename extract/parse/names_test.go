package parse

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestNamesByList(t *testing.T) {
	cases := 0
	for line := range nonEmptyLines(t, "testdata/names_by_list.txt") {
		cases++
		words := bracketed(line)
		classes := make([]int, len(words))
		correctNames(words, loadGazetteer().marks(words), classes)
		got := make([]Word, len(words))
		for i, w := range words {
			got[i] = w
			got[i].Name = nameClasses[classes[i]]
		}
		if got, want := brackets(got), brackets(words); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	if cases == 0 {
		t.Fatal("no cases")
	}
}

func TestNamesOfPlaces(t *testing.T) {
	for line := range nonEmptyLines(t, "testdata/names_places.txt") {
		before, after, _ := strings.Cut(line, " => ")
		words := bracketed(before)
		classes := make([]int, len(words))
		for i, w := range words {
			classes[i] = nameNumbers[w.Name]
		}
		correctNames(words, loadGazetteer().marks(words), classes)
		for i := range words {
			words[i].Name = nameClasses[classes[i]]
		}
		if got := brackets(words); got != after {
			t.Errorf("%s: got %s, want %s", before, got, after)
		}
	}
}

func TestNamesOfShops(t *testing.T) {
	for line, joined := range map[string]bool{
		"[Marlo]LOC 's": true, "[Marlo]LOC 's in/ADP": true, "[Marlo]ORG 's ,/PUNCT": true,
		"[Marlo]LOC 's door/NOUN": false, "[Ann Marlo]PER 's": false, "[France]LOC 's": false,
	} {
		words := bracketed(line)
		classes := make([]int, len(words))
		for i := range words {
			classes[i] = nameNumbers[words[i].Name]
			words[i].Text, words[i].UPOS, _ = strings.Cut(words[i].Text, "/")
			if words[i].Text == "'s" {
				words[i].XPOS = "POS"
			}
		}
		joinPossessives(words, classes)
		at := slices.IndexFunc(words, func(w Word) bool { return w.XPOS == "POS" })
		if got := classes[at] != outside; got != joined {
			t.Errorf("%s: joined %v, want %v", line, got, joined)
		}
	}
}

func TestNamesOfFirms(t *testing.T) {
	for line, joined := range map[string]bool{
		"[Marks]PER & [Fenton]PER said": true, "[Tillwell]ORG & Sons/NNS": true, "at Barrow/NNP & Pike/NNP": true,
		"[Rand]PER & [Hale Mining]ORG": true, "[Ann Marlo]PER & [Jo Park]PER": false, "[France]LOC & [Italy]LOC": false,
		"wind/NN & rain/NN": false, "D/NNP & D/NNP": false, "Cats/NNP & Dogs/NNP Rescued/VBN After/IN Fire/NN": false,
	} {
		words := bracketed(line)
		classes := make([]int, len(words))
		for i := range words {
			classes[i] = nameNumbers[words[i].Name]
			words[i].Text, words[i].XPOS, _ = strings.Cut(words[i].Text, "/")
		}
		joinFirms(words, classes)
		at := slices.IndexFunc(words, func(w Word) bool { return w.Text == "&" })
		if got := isInside(classes[at]) && isInside(classes[at+1]) && classes[at-1] != outside; got != joined {
			t.Errorf("%s: joined %v, want %v", line, got, joined)
		}
	}
}

func TestReadEntities(t *testing.T) {
	const sentence = `1	Foreign	foreign	ADJ	NNP	_	2	amod	_	Entity=(1-person-new-x(2-person-new-x
2	Minister	minister	PROPN	NNP	_	4	nmod:desc	_	Entity=2)
3	New	new	ADJ	NNP	_	4	amod	_	Entity=(3-place-new-x
4	Yorkers	Yorker	PROPN	NNP	_	7	nsubj	_	Entity=3)1)
5	of	of	ADP	IN	_	6	case	_	_
6	people	person	NOUN	NNS	_	4	nmod	_	Entity=(4-person-new-x)
7	left	leave	VERB	VBD	_	0	root	_	_

`
	got, err := readEntities(strings.NewReader(sentence))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := brackets(got[0]), "Foreign Minister [New Yorkers]PER of people left"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRename(t *testing.T) {
	r := loadGazetteer().renamer(rand.New(rand.NewPCG(1, 1)))
	words := bracketed("[Ann Lee]PER of [Acme]ORG met nobody .")
	renamed := r.rename(words)
	if renamed[0].Text == "Ann" || renamed[1].Text == "Lee" || renamed[3].Text != "Acme" || renamed[0].Name != "B-PER" {
		t.Errorf("got %s", brackets(renamed))
	}
	if got := r.rename(bracketed("[Acme]ORG left .")); got != nil {
		t.Errorf("got %s, want nothing", brackets(got))
	}
}

func TestMapName(t *testing.T) {
	for tag, want := range map[string]string{"B-politicalparty": "B-ORG", "I-LOC": "I-LOC", "B-OTH": "?", "O": "O", "B-O": "?", "I-election": "I-MISC"} {
		if got := mapName(tag); got != want {
			t.Errorf("mapName(%q) = %q, want %q", tag, got, want)
		}
	}
}

func nonEmptyLines(t *testing.T, path string) func(yield func(string) bool) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(string) bool) {
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// bracketed reads "the [United Nations]ORG met".
func bracketed(line string) []Word {
	var words []Word
	open := -1
	for field := range strings.FieldsSeq(line) {
		var w Word
		w.Name = "O"
		if rest, ok := strings.CutPrefix(field, "["); ok {
			open, field = len(words), rest
		}
		text, kind, closed := strings.Cut(field, "]")
		w.Text = text
		words = append(words, w)
		if !closed {
			continue
		}
		for i := open; i < len(words); i++ {
			words[i].Name = "I-" + kind
		}
		words[open].Name = "B-" + kind
	}
	return words
}

func brackets(words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		if strings.HasPrefix(w.Name, "B-") {
			b.WriteByte('[')
		}
		b.WriteString(w.Text)
		if w.Name != "O" && (i+1 == len(words) || !strings.HasPrefix(words[i+1].Name, "I-")) {
			b.WriteString("]" + w.Name[2:])
		}
	}
	return b.String()
}

func TestNamesOfGuilds(t *testing.T) {
	for line, want := range map[string]string{
		"the Nurses/NNPS '/POS [Union]ORG met":    "the [Nurses ' Union]ORG met",
		"National Farmers/NNPS '/POS [Union]ORG":  "[National Farmers ' Union]ORG",
		"a Women/NNPS 's/POS Institute":           "a [Women 's Institute]ORG",
		"the Bakers/NNPS '/POS Union of Hull/NNP": "the [Bakers ' Union of Hull]ORG",
		"[France]LOC 's/POS [Senate]ORG":          "[France]LOC 's [Senate]ORG",
		"the Germans/NNPS '/POS [Parliament]ORG":  "the Germans ' [Parliament]ORG",
		"[Ada Stevens]PER '/POS [Union]ORG":       "[Ada Stevens]PER ' [Union]ORG",
		"the nurses/NNS '/POS [Union]ORG":         "the nurses ' [Union]ORG",
	} {
		words := bracketed(line)
		classes := make([]int, len(words))
		for i := range words {
			classes[i] = nameNumbers[words[i].Name]
			words[i].Text, words[i].XPOS, _ = strings.Cut(words[i].Text, "/")
		}
		joinGuilds(words, loadGazetteer().marks(words), classes)
		for i := range words {
			words[i].Name = nameClasses[classes[i]]
		}
		if got := brackets(words); got != want {
			t.Errorf("%s: got %s, want %s", line, got, want)
		}
	}
}
