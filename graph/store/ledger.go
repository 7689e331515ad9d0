package store

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/quadstore"
)

// The private keys of the store: each prefix is followed by an article's ID or by a hash.
const (
	ledgerPrefix = "\x80a"
	textPrefix   = "\x80t" // then the hash of the text
	usePrefix    = "\x80u" // then the hash of a text, or an original, and the article that has it
)

// entry is what the ledger says that was committed of an article.
type entry struct {
	SHA256 string `json:"sha256"` // of the text
	Claims int    `json:"claims"`
	Quads  int    `json:"quads"`
	CRC    uint32 `json:"crc"` // of the quads
}

// enter sums up the quads of an article.
func enter(sha string, quads []quad.Quad) entry {
	return entry{SHA256: sha, Claims: countClaims(quads), Quads: len(quads), CRC: sum(quads)}
}

func countClaims(quads []quad.Quad) (n int) {
	for _, q := range quads {
		if q.Predicate == graph.RDFType && q.Object == graph.RDFStatement {
			n++
		}
	}
	return n
}

// sum is a checksum of quads that does not depend on their order.
func sum(quads []quad.Quad) uint32 {
	lines := make([]string, len(quads))
	for i, q := range quads {
		lines[i] = q.NQuad()
	}
	slices.Sort(lines)
	return crc32.Checksum([]byte(strings.Join(lines, "\n")), crc32.MakeTable(crc32.Castagnoli))
}

func (e entry) pair(article string) (quadstore.Pair, error) {
	value, err := json.Marshal(e)
	return quadstore.Pair{Key: []byte(ledgerPrefix + article), Value: value}, err
}

// entry is what the ledger says of an article; ok is false where it says nothing.
func (r *reader) entry(article string) (e entry, ok bool, err error) {
	value, ok, err := r.at.Read([]byte(ledgerPrefix + article))
	if err != nil || !ok {
		return entry{}, false, err
	}
	e, err = decodeEntry(value)
	if err != nil {
		return e, false, fmt.Errorf("ledger of article %s: %w", article, err)
	}
	return e, true, nil
}

func decodeEntry(value []byte) (entry, error) {
	var e entry
	err := json.Unmarshal(value, &e)
	return e, err
}

func textKey(sha string) []byte { return []byte(textPrefix + raw(sha)) }

func useKey(sha, article string) []byte { return []byte(usePrefix + raw(sha) + article) }

func raw(sha string) string {
	b, err := hex.DecodeString(sha)
	if err != nil {
		return sha
	}
	return string(b)
}

// used tells whether another article has the same text.
func (r *reader) used(sha, article string) (used bool, err error) {
	prefix := []byte(usePrefix + raw(sha))
	err = r.at.Each(prefix, func(key, _ []byte) error {
		used = used || string(key[len(prefix):]) != article
		return nil
	})
	return used, err
}

// keep is what makes a text the article's.
func keep(sha, article string, text []byte) []quadstore.Pair {
	if text == nil {
		text = []byte{}
	}
	return []quadstore.Pair{
		{Key: textKey(sha), Value: text},
		{Key: useKey(sha, article), Value: []byte{}},
	}
}

// drop is what takes an article's text or original away, unless another one has the same.
func (r *reader) drop(key func(sha string) []byte, sha, article string) ([]quadstore.Pair, error) {
	pairs := []quadstore.Pair{{Key: useKey(sha, article)}}
	used, err := r.used(sha, article)
	if !used {
		pairs = append(pairs, quadstore.Pair{Key: key(sha)})
	}
	return pairs, err
}
