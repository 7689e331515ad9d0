//go:build long

package quadstore

const modelRounds, modelSteps = 400, 200
