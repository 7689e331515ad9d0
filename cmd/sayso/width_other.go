//go:build !unix

package main

import "os"

// columns is how wide a terminal is, 0 where that cannot be told.
func columns(*os.File) int { return 0 }
