package store

import (
	"encoding/json"
	"fmt"
	"time"

	"sayso/graph/quadstore"
)

const problemPrefix = "\x80f"

// Problem is why an article could not be read. It stands in the store until the article is read or removed.
type Problem struct {
	Article string    `json:"article"`
	File    string    `json:"file"`
	Text    string    `json:"problem"`
	Skipped bool      `json:"skipped,omitempty"` // it can be read, and is no article
	Since   time.Time `json:"since"`
}

// Report keeps problems, in place of those that the same articles had.
func (s *Store) Report(problems ...Problem) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	var t transaction
	for _, p := range problems {
		if p.Since.IsZero() {
			p.Since = time.Now().UTC().Truncate(time.Second)
		}
		value, err := json.Marshal(p)
		if err != nil {
			return err
		}
		t.pairs = append(t.pairs, quadstore.Pair{Key: []byte(problemPrefix + p.Article), Value: value})
	}
	if t.empty() {
		return nil
	}
	return s.commit(t)
}

// Problems lists what could not be read, by article.
func (s *Store) Problems() (problems []Problem, err error) {
	err = s.see(func(r *reader) error {
		return r.at.Each([]byte(problemPrefix), func(key, value []byte) error {
			var p Problem
			if err := json.Unmarshal(value, &p); err != nil {
				return fmt.Errorf("problem of article %s: %w", key[len(problemPrefix):], err)
			}
			problems = append(problems, p)
			return nil
		})
	})
	return problems, err
}

// settleProblem takes the problem of an article away.
func (r *reader) settleProblem(t *transaction, article string) error {
	key := []byte(problemPrefix + article)
	_, ok, err := r.at.Read(key)
	if ok {
		t.pairs = append(t.pairs, quadstore.Pair{Key: key})
	}
	return err
}
