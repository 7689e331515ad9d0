//go:build long

package main

import "time"

const (
	diskStep  = 29 // 100 sizes
	mutations = 10_000
	soakTime  = 2 * time.Hour
	soakTurn  = 250 * time.Millisecond // from one call to the next
	bombSize  = 600 << 20              // as a PDF unpacks
	crowdTime = time.Minute
)
