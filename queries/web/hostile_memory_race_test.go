//go:build race

package web

// hostileMemory leaves room for the race detector, which keeps several words for each.
const hostileMemory = 160
