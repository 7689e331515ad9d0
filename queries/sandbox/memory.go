//go:build !race

package sandbox

// maxMemory is what a child may allocate. It is well above what an honest query
// needs, which is some 30 MB.
const maxMemory = 256 << 20
