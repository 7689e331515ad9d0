package store

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sayso/graph"
	"sayso/graph/quadstore"
)

// What the store knows of how an article came stands apart from the graph, so that the same articles give the same graph.
const (
	journalPrefix = "\x80j"
	inputPrefix   = "\x80i" // what the article was extracted from
)

// Reading is how an article of the store was read.
type Reading struct {
	Loaded time.Time `json:"loaded"` // when the article was added or last changed
	Stamp  string    `json:"stamp,omitempty"`
	Input  string    `json:"input,omitempty"` // the SHA-256 of what was read
	Sketch string    `json:"sketch,omitempty"`
	Claims int       `json:"-"`

	Original string `json:"original,omitempty"` // the SHA-256 of what the text was taken from, if that is kept
	Place    string `json:"place,omitempty"`    // where the article was found last
}

// Reading is how an article was read, the zero Reading where the store does not have it.
func (s *Store) Reading(article string) (reading Reading, err error) {
	err = s.see(func(r *reader) error {
		e, known, err := r.entry(article)
		if err != nil || !known {
			return err
		}
		reading, err = r.reading(article)
		reading.Claims = e.Claims
		return err
	})
	return reading, err
}

// Loaded is when the article was added or last changed.
func (s *Store) Loaded(article string) (time.Time, error) {
	reading, err := s.Reading(article)
	if err == nil && reading.Loaded.IsZero() {
		err = fmt.Errorf("article %s: %w", article, ErrNotFound)
	}
	return reading.Loaded, err
}

func (r *reader) reading(article string) (reading Reading, err error) {
	value, ok, err := r.at.Read([]byte(journalPrefix + article))
	if err != nil || !ok {
		return reading, err
	}
	if err := json.Unmarshal(value, &reading); err == nil {
		return reading, nil
	}
	reading.Loaded, err = time.Parse(time.RFC3339, string(value)) // all that the journal told up to 0.1
	if err != nil {
		return reading, fmt.Errorf("journal of article %s: %w", article, err)
	}
	return reading, nil
}

// noteReading brings the journal up to date, and takes a problem away that the article had.
func (r *reader) noteReading(t *transaction, x Extract, changed bool) error {
	id := x.Article.ID
	was, err := r.reading(id)
	if err != nil {
		return err
	}
	now := Reading{Loaded: was.Loaded, Stamp: x.Stamp, Sketch: x.Article.Sketch, Place: cmp.Or(x.Place, was.Place)}
	if x.Input != nil {
		now.Input = Sum(x.Input)
	}
	if changed || was.Loaded.IsZero() {
		now.Loaded = time.Now().UTC().Truncate(time.Second)
	}
	if x.Original != nil {
		now.Original = Sum(x.Original)
	}
	if now != was {
		if err := t.journal(id, now); err != nil {
			return err
		}
	}
	if now.Original != was.Original {
		if err := r.keepOriginal(t, id, was.Original, x.Original); err != nil {
			return err
		}
	}
	if now.Input != was.Input {
		if err := t.keepInput(id, x.Input); err != nil {
			return err
		}
	}
	return r.settleProblem(t, id)
}

func (t *transaction) journal(article string, now Reading) error {
	value, err := json.Marshal(now)
	t.pairs = append(t.pairs, quadstore.Pair{Key: []byte(journalPrefix + article), Value: value})
	return err
}

// Moved notes at which places articles of the store were found that are as they were.
func (s *Store) Moved(places map[string]string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.see(func(r *reader) error {
		var t transaction
		for article, place := range places {
			now, err := r.reading(article)
			if err != nil {
				return err
			}
			now.Place = place
			if err := t.journal(article, now); err != nil {
				return err
			}
		}
		if t.empty() {
			return nil
		}
		return s.commitBeside(t)
	})
}

func (t *transaction) keepInput(article string, input []byte) error {
	pair := quadstore.Pair{Key: []byte(inputPrefix + article)}
	if input != nil {
		var err error
		if pair.Value, err = squeeze(input); err != nil {
			return err
		}
	}
	t.pairs = append(t.pairs, pair)
	return nil
}

// Input is what an article was extracted from; nil where that was not kept.
func (s *Store) Input(article string) (input []byte, err error) {
	value, ok, err := s.quads.Read([]byte(inputPrefix + article))
	if err != nil || !ok {
		return nil, err
	}
	if input, err = expand(value); err != nil {
		return nil, fmt.Errorf("input of article %s: %w", article, err)
	}
	return input, nil
}

// Extracted is an article as it was extracted, before it was known who is who.
func (s *Store) Extracted(article string) (a *graph.Article, err error) {
	err = s.see(func(r *reader) error {
		if _, known, err := r.entry(article); err != nil || !known {
			return errors.Join(err, fmt.Errorf("article %s: %w", article, ErrNotFound))
		}
		x, err := r.extract(article)
		a = &x.Article
		return err
	})
	return a, err
}
