package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"sayso/graph"
	"sayso/graph/quadstore"
)

// mintedPrefix is the private key of an article that a build not yet ended has given IRIs, followed by its ID.
// It holds the IRIs that the article had before, which are nobody else's.
const mintedPrefix = "\x80n"

// heldBefore are the IRIs that an article had before the build that is not yet ended; ok is false
// where no such build has touched it.
func (r *reader) heldBefore(article string) (iris []graph.Ref, ok bool, err error) {
	value, ok, err := r.at.Read([]byte(mintedPrefix + article))
	if err != nil || !ok {
		return nil, false, err
	}
	if err := json.Unmarshal(value, &iris); err != nil {
		return nil, false, fmt.Errorf("IRIs of article %s: %w", article, err)
	}
	return iris, true, nil
}

// noteMinted remembers what an article had before the build gave it IRIs.
func (r *reader) noteMinted(t *transaction, article string, now []graph.Ref) error {
	if _, noted, err := r.heldBefore(article); err != nil || noted {
		return err
	}
	was, err := r.extract(article)
	if err != nil || slices.Equal(was.IRIs, now) {
		return err
	}
	value, err := json.Marshal(was.IRIs)
	t.pairs = append(t.pairs, quadstore.Pair{Key: []byte(mintedPrefix + article), Value: value})
	return err
}

// renumbered tells that no IRI was given since the store was opened, nor by a build that was stopped.
func (s *Store) renumbered() (done bool, err error) {
	if s.who != nil {
		return false, nil
	}
	done = true
	err = s.see(func(r *reader) error {
		_, pending, err := r.at.Read([]byte(pendingKey))
		if err != nil {
			return err
		}
		done = !pending
		return r.at.Each([]byte(mintedPrefix), func(_, _ []byte) error {
			done = false
			return nil
		})
	})
	return done, err
}

// endBuild makes the IRIs that a build gave those of their things for good.
func (s *Store) endBuild() error {
	s.building = false
	var t transaction
	err := s.see(func(r *reader) error {
		return r.at.Each([]byte(mintedPrefix), func(key, _ []byte) error {
			t.pairs = append(t.pairs, quadstore.Pair{Key: key})
			return nil
		})
	})
	if err != nil || t.empty() {
		return err
	}
	return s.commitBeside(t)
}
