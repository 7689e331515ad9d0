// Package store keeps a graph: open one, add an article, remove one, find names and evidence, verify, back up.
//
// An article is one transaction. With its quads the store keeps its text, by hash, and a ledger
// entry that tells what was committed, so that Verify can tell what is missing.
package store

import (
	"errors"
	"fmt"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"

	"sayso/graph/identity"
	"sayso/graph/quadstore"
)

// ErrNotFound is what an article, text or entity gives that the store does not hold.
var ErrNotFound = errors.New("not found")

// ErrNoStore is what OpenExisting gives where there is no store.
var ErrNoStore = quadstore.ErrNoStore

// Store is a graph of articles. It is safe for concurrent use.
type Store struct {
	quads   *quadstore.QuadStore
	dir     string     // "" of a store in memory or in a database
	writing sync.Mutex // held by what reads before it writes
	naming  sync.Mutex // held to build names
	names   *names     // of the version it carries
	who     *identity.Registry
	whoAt   uint64 // the version that who is of

	building bool // between Begin and Renumber
	calls    *neighbours
}

// Open opens the store in a folder or, at postgres://…, in a database, and creates it where there is none.
func Open(at string) (*Store, error) { return on(at, quadstore.Open) }

// OpenExisting is Open, but for giving ErrNoStore where there is none.
func OpenExisting(at string) (*Store, error) { return on(at, quadstore.OpenExisting) }

func on(at string, open func(string) (*quadstore.QuadStore, error)) (*Store, error) {
	qs, err := open(at)
	if err != nil {
		return nil, err
	}
	s := &Store{quads: qs, dir: at}
	if quadstore.Remote(at) {
		s.dir = ""
	}
	if err := s.check(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if s.dir != "" {
		s.listen()
	}
	return s, nil
}

// OpenMemory opens a store that is gone when it is closed.
func OpenMemory() (*Store, error) {
	qs, err := quadstore.OpenMemory()
	if err != nil {
		return nil, err
	}
	return &Store{quads: qs}, nil
}

// Close releases the store. It may be closed twice.
func (s *Store) Close() error {
	s.hangUp()
	return s.quads.Close()
}

// QuadStore is the graph as Cayley sees it. What is written through it is in no article's ledger.
func (s *Store) QuadStore() cayley.QuadStore { return s.quads }

// Snapshot is the graph as it stands now, for a query in several steps. Close it after.
func (s *Store) Snapshot() (*quadstore.Snapshot, error) { return s.quads.Snapshot() }

// Version counts the commits so far.
func (s *Store) Version() uint64 { return s.quads.Version() }

// see runs fn on the graph as it stands now.
func (s *Store) see(fn func(*reader) error) error {
	snapshot, err := s.quads.Snapshot()
	if err != nil {
		return fmt.Errorf("read store: %w", err)
	}
	return errors.Join(fn(&reader{snapshot}), snapshot.Close())
}
