//go:build long

package quadstore

const (
	harms      = 1000
	fullPoints = 100
)
