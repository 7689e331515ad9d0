package quadstore

import "github.com/cayleygraph/cayley/graph"

// Type is the name under which Cayley knows the store.
const Type = "sayso"

// Register tells Cayley of the store; telling it again does nothing.
func Register() {
	if graph.IsRegistered(Type) {
		return
	}
	open := func(dir string, _ graph.Options) (graph.QuadStore, error) { return Open(dir) }
	graph.RegisterQuadStore(Type, graph.QuadStoreRegistration{
		NewFunc:      open,
		InitFunc:     initialize,
		IsPersistent: true,
	})
}

func initialize(dir string, _ graph.Options) error {
	qs, err := Open(dir)
	if err != nil {
		return err
	}
	return qs.Close()
}
