package store

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"sayso/graph"
	"sayso/graph/quadstore"
)

// extractPrefix is the private key, followed by an article's ID, of what was extracted from it: before anything
// was decided on who is who, and with the IRIs that the rules gave since.
const extractPrefix = "\x80x"

// Extract is an article as extracted, its entities known within it alone, and its text.
type Extract struct {
	Article *graph.Article
	Text    []byte
	Stamp   string // of the model and the rules that read it
	Input   []byte // what they read, kept for others to read again; nil where there is nothing to keep

	Original []byte // what the text was taken from; nil where that is the text
	Place    string // where it was found, if that is known
}

// extracted is what the private key holds.
type extracted struct {
	Article graph.Article
	IRIs    []graph.Ref // of its entities, by the rules
	More    []string    // quads of the article that its claims and entities do not come to
}

// extract reads what was extracted from an article. One that came as quads is as its quads say.
func (r *reader) extract(id string) (x extracted, err error) {
	value, ok, err := r.at.Read([]byte(extractPrefix + id))
	if err != nil {
		return x, err
	}
	if ok {
		if err := gob.NewDecoder(flate.NewReader(bytes.NewReader(value))).Decode(&x); err != nil {
			return x, fmt.Errorf("extract of article %s: %w", id, err)
		}
		return x, nil
	}
	quads, err := r.article(id)
	if err != nil {
		return x, err
	}
	return extractOf(id, quads), nil
}

func extractOf(id string, quads []quad.Quad) (x extracted) {
	for _, a := range graph.Articles(quads) {
		if a.ID == id {
			x.Article = a
		}
	}
	x.Article.ID = id
	x.Article.Entities = graph.Entities(quads)
	x.Article.Claims, _ = graph.Claims(quads) // the quads of one that lacks something are among the rest
	for _, e := range x.Article.Entities {
		x.IRIs = append(x.IRIs, e.ID)
	}
	said := map[quad.Quad]bool{}
	for _, q := range x.Article.Quads() {
		said[q] = true
	}
	for _, q := range quads {
		if !said[q] {
			x.More = append(x.More, q.NQuad())
		}
	}
	return x
}

// more reads the quads that the article's claims and entities do not come to.
func (x extracted) more() (quads []quad.Quad, err error) {
	r := nquads.NewReader(strings.NewReader(strings.Join(x.More, "\n")), false)
	for range x.More {
		q, err := r.ReadQuad()
		if err != nil {
			return nil, fmt.Errorf("extract of article %s: %w", x.Article.ID, err)
		}
		quads = append(quads, q)
	}
	return quads, nil
}

func (x extracted) pair() (quadstore.Pair, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err == nil {
		err = errors.Join(gob.NewEncoder(w).Encode(x), w.Close())
	}
	return quadstore.Pair{Key: []byte(extractPrefix + x.Article.ID), Value: b.Bytes()}, err
}

// forget drops the extract of an article that is replaced by one that says itself who is who.
func (r *reader) forget(t *transaction, id string) error {
	_, ok, err := r.at.Read([]byte(extractPrefix + id))
	if ok {
		t.pairs = append(t.pairs, quadstore.Pair{Key: []byte(extractPrefix + id)})
	}
	return err
}

// Sum is the SHA-256 of a text or input, as the store spells it.
func Sum(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
