//go:build !race

package web

// hostileMemory is by how much the server may grow, in MB.
const hostileMemory = 32
