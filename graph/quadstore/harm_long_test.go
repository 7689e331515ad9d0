//go:build long

package quadstore

const (
	harms      = 1000
	fullPoints = 100
	crashRuns  = 40 // of 25 images
)
