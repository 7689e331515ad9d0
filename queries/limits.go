package queries

import "time"

// Limits bound what one query may take; a zero field means the default.
type Limits struct {
	Rows  int           // of the result, by default 1,000
	Bytes int           // of the result as JSON, by default and at most 16 MB
	Time  time.Duration // by default 5 s
}

// The most that a caller can ask for.
const (
	MaxRows  = 100_000
	MaxBytes = 16 << 20
	MaxTime  = 30 * time.Second

	defaultRows = 1_000
	defaultTime = 5 * time.Second
)

// maxHeld is how many nodes a query may hold at once: to sort, to tell which it
// has seen, to intersect.
const maxHeld = 1_000_000

// WithDefaults fills in what is not set and cuts what is set too high.
func (l Limits) WithDefaults() Limits {
	return Limits{
		Rows:  within(l.Rows, defaultRows, MaxRows),
		Bytes: within(l.Bytes, MaxBytes, MaxBytes),
		Time:  within(l.Time, defaultTime, MaxTime),
	}
}

func within[T int | time.Duration](n, unset, most T) T {
	if n <= 0 {
		return unset
	}
	return min(n, most)
}

// LimitError says which limit a query ran into.
type LimitError struct{ Limit string }

func (e LimitError) Error() string { return e.Limit }
