package quadstore

import (
	"context"
	"errors"
)

// engine is an ordered key-value store: what this package asks of Pebble, and of a PostgreSQL table.
type engine interface {
	state
	// snapshot holds the present state.
	snapshot() (state, error)
	// lock is called before each look at what a commit depends on: from then on nobody else writes.
	lock() error
	// commit makes what fill writes durable, all of it or nothing. held is what [metaKey] must hold before.
	commit(held []byte, fill func(writable) error) error
	// load writes runs of keys, each sorted and in a range of its own where there is nothing yet, and what
	// meta then is; all together or nothing.
	load(held []byte, runs []stream, meta func() []byte) error
	// estimate is about how many keys part has, where whole, which it is of, has n.
	estimate(part, whole span, n int64) (int64, error)
	// checkFiles reads what is kept where keys alone would not show damage.
	checkFiles(context.Context) error
	// spare keeps less of what it reads in memory from now on.
	spare()
	// usage is the number of bytes that all takes.
	usage() uint64
	// damage tells damage from other errors, and where it is.
	damage(error) (file string, damaged bool)
}

// state is what an engine holds: now, or when a snapshot was taken.
type state interface {
	// get returns a copy of the value of each key, nil where there is no such key.
	get(keys ...[]byte) ([][]byte, error)
	// page calls fn with the first n keys of a range in order, and tells whether there are more.
	// The slices are fn's only until it returns.
	page(s span, n int, fn func(key, value []byte)) (more bool, err error)
	// count counts the keys of each range up to a limit.
	count(ranges []limited) ([]int, error)
	// far tells that each call is a round trip.
	far() bool
	close() error
}

// stream gives keys in order to put, which copies them.
type stream func(put func(key, value []byte) error) error

// span is the keys from lower on and below upper; nil is no bound.
type span struct{ lower, upper []byte }

// limited is a range and how far its keys are counted.
type limited struct {
	span
	limit int
}

// writable takes what a commit writes. It copies keys and values.
type writable interface {
	set(key, value []byte) error
	remove(key []byte) error
}

// errLost is wrapped by the error of a commit after which none can follow.
var errLost = errors.New("the store has to be opened again")
