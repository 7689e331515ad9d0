package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
)

// question asks for what a subject points at by a relation.
type question struct{ subject, relation string }

const (
	quadsPerSubject = 10
	relations       = 50
	quadsPerLabel   = 50
)

// generate writes a graph of n quads, the same for the same n, and returns a question for each that has an answer.
func generate(name string, n int) ([]question, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	r := rand.New(rand.NewPCG(21, uint64(n)))
	zipf := rand.NewZipf(r, 1.2, 5, relations-1)
	subjects := max(1, n/quadsPerSubject)
	var asked []question
	for i := range n {
		q := question{thing(r.IntN(subjects)), fmt.Sprintf("<urn:relation/relation_%d>", zipf.Uint64())}
		fmt.Fprintf(w, "%s %s %s <urn:article/%d> .\n", q.subject, q.relation, thing(r.IntN(subjects)), i/quadsPerLabel)
		asked = append(asked, q)
	}
	return asked, w.Flush()
}

func thing(n int) string { return fmt.Sprintf("<urn:entity/Name_of_Thing_%d>", n) }
