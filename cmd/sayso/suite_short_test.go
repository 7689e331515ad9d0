//go:build !long

package main

import "time"

// diskStep is by how many kilobytes disks differ that a build is tried on.
const (
	diskStep  = 1450
	mutations = 52
	soakTime  = 2 * time.Second
	soakTurn  = 20 * time.Millisecond // from one call to the next
	bombSize  = 20 << 20              // as a PDF unpacks
	crowdTime = time.Second
)
