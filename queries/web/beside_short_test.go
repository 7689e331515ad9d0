//go:build !long

package web

import "time"

const (
	besideHostile = 3 * time.Second
	timed         = false
)
