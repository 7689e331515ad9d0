package store

import (
	"encoding/json"
	"errors"
	"fmt"

	"sayso/graph/quadstore"
)

// totalsKey is the private key of what all ledger entries come to, written with each of them.
const totalsKey = "\x80c"

// totals sum up ledger entries, so that opening a store finds one that is gone.
type totals struct {
	Articles int    `json:"articles"`
	Claims   int    `json:"claims"`
	Quads    int    `json:"quads"`
	CRC      uint32 `json:"crc"` // exclusive or of theirs
}

// account puts an article's entry in the place of the one that it had.
func (t *totals) account(was entry, known bool, now entry, stays bool) {
	if known {
		t.add(was, -1)
	}
	if stays {
		t.add(now, 1)
	}
}

func (t *totals) add(e entry, sign int) {
	t.Articles += sign
	t.Claims += sign * e.Claims
	t.Quads += sign * e.Quads
	t.CRC ^= e.CRC
}

func (t *totals) sum(other totals) {
	t.Articles += other.Articles
	t.Claims += other.Claims
	t.Quads += other.Quads
	t.CRC ^= other.CRC
}

// total is the pair that follows from a change of the ledger.
func (s *Store) total(change totals) (pair quadstore.Pair, err error) {
	err = s.see(func(r *reader) error {
		now, noted, err := r.totals()
		if err == nil && !noted {
			now, err = r.sumUp() // written before there were totals
		}
		if err != nil {
			return err
		}
		now.sum(change)
		pair.Key = []byte(totalsKey)
		if now != (totals{}) {
			pair.Value, err = json.Marshal(now)
		}
		return err
	})
	return pair, err
}

func (r *reader) totals() (t totals, ok bool, err error) {
	value, ok, err := r.at.Read([]byte(totalsKey))
	if err == nil && ok {
		err = json.Unmarshal(value, &t)
	}
	return t, ok, err
}

func (r *reader) sumUp() (t totals, err error) {
	err = r.at.Each([]byte(ledgerPrefix), func(key, value []byte) error {
		e, err := decodeEntry(value)
		if err != nil {
			return fmt.Errorf("ledger of article %s: %w", key[len(ledgerPrefix):], err)
		}
		t.add(e, 1)
		return nil
	})
	return t, err
}

// check is what every opener looks at: it reads the ledger, and no article.
func (s *Store) check() error {
	return s.see(func(r *reader) error {
		noted, ok, err := r.totals()
		if err != nil {
			return s.corrupt(err)
		}
		if !ok {
			return nil
		}
		found, err := r.sumUp()
		var damage *quadstore.CorruptError
		switch {
		case errors.As(err, &damage):
			return err
		case err != nil:
			return s.corrupt(err)
		case found != noted:
			return s.corrupt(fmt.Errorf("the ledger has %d articles, %d claims and %d quads, committed were %d, %d and %d",
				found.Articles, found.Claims, found.Quads, noted.Articles, noted.Claims, noted.Quads))
		}
		return nil
	})
}

func (s *Store) corrupt(err error) error {
	return &quadstore.CorruptError{File: s.dir, Remedy: "restore a backup, or build the articles again into a new store", Err: err}
}
