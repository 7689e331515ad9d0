//go:build !long

package store

const kills = 30
