//go:build !long

package quadstore

// How much TestModel does; -tags long does more.
const modelRounds, modelSteps = 8, 40
