package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"sayso/graph"
)

// Fault is what Verify finds wrong with an article, or with the store where it names none.
type Fault struct {
	Article string `json:"article,omitempty"`
	Text    string `json:"text"`
}

// Verify holds the indexes against one another, every article against its ledger entry, and every claim's quote
// against the text. It returns what is wrong; err is for what it could not read.
func (s *Store) Verify(ctx context.Context) (faults []Fault, err error) {
	err = s.see(func(r *reader) error {
		wrong, err := r.at.Check(ctx)
		for _, text := range wrong {
			faults = append(faults, Fault{Text: text})
		}
		if err != nil {
			return err
		}
		return r.at.Each([]byte(ledgerPrefix), func(key, value []byte) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			id := string(key[len(ledgerPrefix):])
			e, err := decodeEntry(value)
			if err != nil {
				faults = append(faults, Fault{id, "its ledger entry does not decode"})
				return nil
			}
			found, err := r.verify(id, e)
			faults = append(faults, found...)
			return err
		})
	})
	if err != nil {
		return faults, fmt.Errorf("verify: %w", err)
	}
	return faults, nil
}

func (r *reader) verify(id string, e entry) (faults []Fault, err error) {
	fault := func(format string, args ...any) {
		faults = append(faults, Fault{id, fmt.Sprintf(format, args...)})
	}
	quads, err := r.article(id)
	if err != nil {
		return nil, err
	}
	switch now := enter(e.SHA256, quads); {
	case now.Quads != e.Quads:
		fault("%d quads, %d were committed", now.Quads, e.Quads)
	case now.Claims != e.Claims:
		fault("%d claims, %d were committed", now.Claims, e.Claims)
	case now.CRC != e.CRC:
		fault("its quads are not those that were committed")
	}
	text, err := r.text(id)
	if errors.Is(err, ErrNotFound) {
		fault("its text is missing")
		return faults, nil
	}
	if err != nil {
		return faults, err
	}
	if wrong, err := r.verifyOriginal(id); err != nil {
		return faults, err
	} else if wrong != "" {
		fault("%s", wrong)
	}
	if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != e.SHA256 {
		fault("its text is not the one that was committed")
	}
	claims, err := graph.Claims(quads)
	if err != nil {
		fault("%v", err)
	}
	places := newPlaces(string(text))
	for _, c := range claims {
		if !places.hold(c) {
			fault("claim %s: its quote is not at %d to %d of the text", c.ID, c.Start, c.End)
		}
	}
	return faults, nil
}
