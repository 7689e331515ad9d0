//go:build long

package web

import "time"

const (
	besideHostile = time.Minute
	timed         = true
)
