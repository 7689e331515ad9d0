//go:build !long

package main

// diskStep is by how many kilobytes disks differ that a build is tried on.
const (
	diskStep  = 1450
	mutations = 52
)
