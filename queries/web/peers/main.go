// Peers asks our endpoint and stock Cayley's the same point queries, over the same quads, and prints how many each answers.
//
//	cd queries/web/peers
//	go run . -quads 200000 -seconds 10 -rounds 3 sayso memstore leveldb
//
// It builds both programs, loads one file into a store of each, and serves all of them at once. Who is asked takes turns,
// so that a busy machine is as busy for each: four clients, each on a connection that stays open, ask for what a subject
// points at by one relation, another one each time. It is a module of its own because Cayley's command needs older
// versions than ours does.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	quads := flag.Int("quads", 200_000, "how many quads")
	seconds := flag.Int("seconds", 10, "how long each is asked in each round")
	rounds := flag.Int("rounds", 3, "how often each is asked")
	flag.Parse()
	peers := flag.Args()
	if len(peers) == 0 {
		peers = []string{"sayso", "memstore", "leveldb"}
	}
	if err := compare(peers, *quads, *rounds, time.Duration(*seconds)*time.Second); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func compare(peers []string, quads, rounds int, each time.Duration) error {
	dir, err := os.MkdirTemp("", "peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := build(dir); err != nil {
		return err
	}
	graph := filepath.Join(dir, "graph.nq")
	asked, err := generate(graph, quads)
	if err != nil {
		return err
	}
	var all []*server
	for i, name := range peers {
		s, err := start(dir, name, graph, 64300+i)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		defer s.stop()
		all = append(all, s)
	}
	if err := agree(all, asked); err != nil {
		return err
	}
	for round := range rounds {
		for _, s := range all {
			if err := s.ask(asked, uint64(round), each); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
		}
	}
	printTable(quads, all)
	return nil
}

func printTable(quads int, all []*server) {
	fmt.Printf("| %d quads, 4 connections | queries/s | of each round | p50, ms | p99, ms |\n|---|---:|---|---:|---:|\n", quads)
	for _, s := range all {
		fmt.Printf("| %s | %.0f | %.0f | %.2f | %.2f |\n", s.name, s.perSecond(), s.rates, s.within(50), s.within(99))
	}
}
