package parse

import "io/fs"

// namesModel names the model file of the name tagger.
const namesModel = "names"

// loadNames reads a name tagger that looks words up in clusters.
func loadNames(models fs.FS, c *clusters) (*nameTagger, error) {
	u, err := openModel(models, namesModel)
	if err != nil {
		return nil, err
	}
	t := &nameTagger{perceptron: u.perceptron(), clusters: c, gazetteer: loadGazetteer()}
	return t, u.err
}

func (t *nameTagger) archive(a *archive) { a.perceptron(t.perceptron) }
