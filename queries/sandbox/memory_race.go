//go:build race

package sandbox

// maxMemory leaves room for the race detector, which keeps several words for each.
const maxMemory = 4 << 30
