package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
)

// The shape of the news: per million quads, 20,000 labels and some 200,000 subjects.
const (
	relations       = 350
	quadsPerLabel   = 50
	quadsPerEntity  = 12
	claimsOfArticle = 10
)

const base = "urn:sayso:"

// generator writes articles until there are enough quads: claims about entities of which a few are named all the
// time, each claim with a node of its own that says what was said, and literals of all kinds.
type generator struct {
	w         *bufio.Writer
	r         *rand.Rand
	entity    *rand.Zipf
	relation  *rand.Zipf
	written   int
	wanted    int
	in, out   []int // quads of each entity, from others
	predicate []int
}

// generate writes a graph of n quads to name, and what to ask of it to name.json. The same n gives the same bytes.
func generate(name string, n int) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := rand.New(rand.NewPCG(20, uint64(n)))
	entities := max(n/quadsPerEntity, 100)
	g := &generator{
		w: bufio.NewWriterSize(f, 1<<20), r: r, wanted: n,
		entity:   rand.NewZipf(r, 1.15, 20, uint64(entities-1)),
		relation: rand.NewZipf(r, 1.2, 5, relations-1),
		in:       make([]int, entities), out: make([]int, entities), predicate: make([]int, relations),
	}
	for i := 0; g.written < n; i++ {
		g.article(i)
	}
	if err := g.w.Flush(); err != nil {
		return err
	}
	questions, err := json.MarshalIndent(g.questions(), "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(name+".json", questions, 0o644)
}

func (g *generator) quad(s, p, o, l string) {
	if g.written == g.wanted {
		return
	}
	g.written++
	io.WriteString(g.w, s+" "+p+" "+o+" "+l+" .\n")
}

func iri(kind string, name any) string { return fmt.Sprintf("<%s%s/%v>", base, kind, name) }

func entity(n int) string { return iri("entity", fmt.Sprintf("Name_of_Thing_%d", n)) }

func relation(n int) string { return iri("relation", fmt.Sprintf("relation_%d", n)) }

// article writes one article, and half of the time somebody whom it quotes.
func (g *generator) article(n int) {
	article := iri("article", n)
	voice := article
	if g.r.IntN(2) == 0 {
		voice = iri("article", fmt.Sprintf("%d/voice/Name_of_Thing_%d", n, g.entity.Uint64()))
		g.quad(voice, iri("meta", "wasQuotedFrom"), article, article)
	}
	g.quad(article, iri("meta", "title"), fmt.Sprintf(`"What happened on day %d, and to whom"@en`, n), article)
	g.quad(article, iri("meta", "published"), fmt.Sprintf(`"%d-%02d-%02d"^^<http://www.w3.org/2001/XMLSchema#date>`, 2000+n%25, 1+n%12, 1+n%28), article)
	for i := range claimsOfArticle {
		label := article
		if i%3 == 0 {
			label = voice
		}
		g.claim(n, i, article, label)
	}
}

func (g *generator) claim(n, i int, article, label string) {
	s, p := int(g.entity.Uint64()), int(g.relation.Uint64())
	object := g.literal(n)
	if g.r.IntN(10) < 7 {
		o := int(g.entity.Uint64())
		object = entity(o)
		g.in[o]++
	}
	g.out[s]++
	g.predicate[p]++
	g.quad(entity(s), relation(p), object, label)
	claim := iri("claim", fmt.Sprintf("%d/%d", n, i))
	g.quad(claim, iri("meta", "subject"), entity(s), article)
	g.quad(claim, iri("meta", "predicate"), relation(p), article)
	g.quad(claim, iri("meta", "quote"), fmt.Sprintf(`"that thing %d did so to another, as they said on day %d of it"`, s, n), article)
	if i%2 == 0 {
		g.quad(claim, iri("meta", "confidence"), fmt.Sprintf(`"0.%02d"^^<http://www.w3.org/2001/XMLSchema#double>`, g.r.IntN(100)), article)
	}
}

func (g *generator) literal(n int) string {
	switch g.r.IntN(4) {
	case 0:
		return fmt.Sprintf(`"%d"^^<http://www.w3.org/2001/XMLSchema#integer>`, g.r.IntN(10_000))
	case 1:
		return fmt.Sprintf(`"20%02d-%02d"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>`, n%25, 1+n%12)
	case 2:
		return `"true"^^<http://www.w3.org/2001/XMLSchema#boolean>`
	}
	return fmt.Sprintf(`"the matter of %d"`, g.r.IntN(g.wanted/20+1))
}

// questions are the nodes that the queries start from.
type questions struct {
	Entity     string // with some 20 quads
	Relation   string // a frequent one
	Rare       string
	Hub, Other string // with some 600 quads to them
	Label      string
}

func (g *generator) questions() questions {
	hub := nearest(g.in, 600)
	g.in[hub] = 0
	rare := nearest(g.predicate, 50)
	return questions{
		Entity: entity(nearest(g.out, 20)), Relation: relation(0), Rare: relation(rare),
		Hub: entity(hub), Other: entity(nearest(g.in, 600)), Label: iri("article", 7),
	}
}

// nearest is the place of the count that is nearest to want.
func nearest(counts []int, want int) (at int) {
	for i, n := range counts {
		if abs(n-want) < abs(counts[at]-want) {
			at = i
		}
	}
	return at
}

func abs(n int) int { return max(n, -n) }
