// Package timex reads time expressions as TIMEX3 values anchored at a publication date.
package timex

// Expression is one time expression in a tokenised sentence.
type Expression struct {
	First, Last int    // token indices, inclusive
	Value       string // 2025-03-05, 2025-03, 2025-03-01/2025-03-10, PT8H; "" when it stays relative
	Precision   string // day, month, year, part, unknown
	Duration    bool   // says how long, not when
	Text        string
}
