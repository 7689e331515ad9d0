//go:build !long

package quadstore

// As many harms as a short test does, and as many points at which the disk is full.
const (
	harms      = 60
	fullPoints = 12
	crashRuns  = 1 // of 25 images
)
