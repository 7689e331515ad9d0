//go:build !race

package web

// hostileMemory is by how much the server may grow, in MB: a busy machine collects garbage late. BenchmarkHostile measures.
const hostileMemory = 64
