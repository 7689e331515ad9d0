// Package origin tells which articles are one report: copies, near-copies, and what agencies' customers make of a dispatch.
//
// An article is known by a sketch of its runs of words: the least of their hashes (bottom-k, Broder 1997). What of
// them stands in another sketch is, as nearly as a sample tells, how much of the one article stands in the other.
package origin

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
)

const (
	run    = 6   // words make a shingle
	sample = 256 // hashes make a sketch; an article of fewer runs is known exactly
	shared = 0.6 // of the shorter article must stand in the other
	crowd  = 50  // in how many articles a run says nothing any more: a standing line of an agency
)

// Sketch sums up the runs of words of an article's paragraphs. It is empty where there are none.
func Sketch(paragraphs ...string) string {
	least := slices.Sorted(maps.Keys(shingles(paragraphs)))
	var b []byte
	for _, h := range least[:min(len(least), sample)] {
		b = binary.BigEndian.AppendUint32(b, h)
	}
	return base64.RawStdEncoding.EncodeToString(b)
}

func shingles(paragraphs []string) map[uint32]bool {
	all := map[uint32]bool{}
	for _, p := range paragraphs {
		words := strings.FieldsFunc(strings.ToLower(p), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if len(words) == 0 {
			continue
		}
		for i := range max(1, len(words)-run+1) {
			h := fnv.New64a()
			for _, w := range words[i:min(i+run, len(words))] {
				h.Write([]byte(w + " "))
			}
			all[uint32(mix(h.Sum64()))] = true
		}
	}
	return all
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// sketch is one read back: hashes in ascending order.
type sketch []uint32

func parse(s string) sketch {
	b, err := base64.RawStdEncoding.DecodeString(s)
	if err != nil || len(b)%4 != 0 || len(b) > 4*sample {
		return nil
	}
	k := make(sketch, len(b)/4)
	for i := range k {
		k[i] = binary.BigEndian.Uint32(b[4*i:])
	}
	if !slices.IsSorted(k) {
		return nil
	}
	return k
}

// upTo is the part of a sketch that is no sample above a hash.
func (k sketch) upTo(h uint32) sketch {
	at, found := slices.BinarySearch(k, h)
	if found {
		at++
	}
	return k[:at]
}

// bound is the hash up to which a sketch has all.
func (k sketch) bound() uint32 {
	if len(k) < sample {
		return math.MaxUint32
	}
	return k[len(k)-1]
}

// within is how much of the shorter of two articles stands in the other.
func (k sketch) within(o sketch) float64 {
	bound := min(k.bound(), o.bound())
	k, o = k.upTo(bound), o.upTo(bound)
	both := 0
	for _, h := range k {
		if _, found := slices.BinarySearch(o, h); found {
			both++
		}
	}
	return float64(both) / float64(max(1, min(len(k), len(o))))
}

// Cluster gives the origin of each article, by ID: the first of those that are one report with it. One without a sketch is its own.
func Cluster(sketches map[string]string) map[string]string {
	origin := make(map[string]string, len(sketches))
	known := map[string]sketch{}
	holders := map[uint32][]string{}
	for _, id := range slices.Sorted(maps.Keys(sketches)) {
		origin[id] = id
		known[id] = parse(sketches[id])
		for _, other := range known[id].meet(holders, id) {
			if known[id].within(known[other]) >= shared {
				origin[id] = origin[other]
				break
			}
		}
	}
	return origin
}

// meet gives the articles that hold a hash of one, by ID, and has it hold them too.
func (k sketch) meet(holders map[uint32][]string, id string) []string {
	seen := map[string]bool{}
	for _, h := range k {
		for _, other := range holders[h] {
			seen[other] = true
		}
		if len(holders[h]) < crowd {
			holders[h] = append(holders[h], id)
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// Count is how many origins there are.
func Count(origins map[string]string) int {
	seen := map[string]bool{}
	for _, o := range origins {
		seen[o] = true
	}
	return len(seen)
}
