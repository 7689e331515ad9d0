//go:build long

package store

const slowOnPostgres = "none"
