//go:build long

package main

const (
	diskStep  = 29 // 100 sizes
	mutations = 10_000
)
