package store

import (
	"encoding/json"
	"fmt"
	"time"

	"sayso/graph/quadstore"
)

const problemPrefix = "\x80f"

// Problem is why an article could not be read. It stands in the store until the article is read or removed, or
// [Store.Mended] takes it away.
type Problem struct {
	Article string    `json:"article"`
	File    string    `json:"file"`            // and the place in it, as a command named it
	Place   string    `json:"place,omitempty"` // the same wherever the command is given
	Text    string    `json:"problem"`
	Skipped bool      `json:"skipped,omitempty"` // it can be read, and is no article
	Part    bool      `json:"part,omitempty"`    // the rest of the article is read
	Since   time.Time `json:"since"`
}

// key tells problems apart: of one place several things may be told, of an article at none it is the last.
func (p Problem) key() []byte {
	if p.Place == "" {
		return []byte(problemPrefix + p.Article)
	}
	return []byte(problemPrefix + p.Place + "\x00" + p.Text)
}

// Report keeps problems, beside those that are there.
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
		t.pairs = append(t.pairs, quadstore.Pair{Key: p.key(), Value: value})
	}
	if t.empty() {
		return nil
	}
	return s.commitBeside(t)
}

// Problems lists what could not be read, by place.
func (s *Store) Problems() (problems []Problem, err error) {
	err = s.see(func(r *reader) error {
		problems, err = r.problems()
		return err
	})
	return problems, err
}

func (r *reader) problems() (problems []Problem, err error) {
	err = r.at.Each([]byte(problemPrefix), func(key, value []byte) error {
		var p Problem
		if err := json.Unmarshal(value, &p); err != nil {
			return fmt.Errorf("problem of %s: %w", key[len(problemPrefix):], err)
		}
		problems = append(problems, p)
		return nil
	})
	return problems, err
}

// Mended takes the problems away that are no more.
func (s *Store) Mended(gone func(Problem) bool) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.see(func(r *reader) error {
		var t transaction
		if err := r.settle(&t, gone); err != nil || t.empty() {
			return err
		}
		return s.commitBeside(t)
	})
}

func (r *reader) settle(t *transaction, gone func(Problem) bool) error {
	all, err := r.problems()
	for _, p := range all {
		if gone(p) {
			t.pairs = append(t.pairs, quadstore.Pair{Key: p.key()})
		}
	}
	return err
}

// settleProblem takes the problem of an article away that is at no place. What is at a place is [Store.Mended] when all that is
// there has been read.
func (r *reader) settleProblem(t *transaction, article string) error {
	key := Problem{Article: article}.key()
	_, ok, err := r.at.Read(key)
	if ok {
		t.pairs = append(t.pairs, quadstore.Pair{Key: key})
	}
	return err
}
