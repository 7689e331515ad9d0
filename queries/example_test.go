package queries_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"

	"sayso/queries"
)

func ExampleScript_Run() {
	g := queries.Graph{Quads: memstore.New(
		quad.MakeIRI("urn:sayso:entity/Ada_Okoye", "urn:sayso:relation/led", "urn:sayso:entity/Ministry_of_Trade", "urn:sayso:article/901"),
	)}
	session := queries.NewSession(context.Background(), g, queries.Limits{})
	script := queries.Script{Text: `g.V("<e:Ada_Okoye>").tag("who").out("<p:led>").all()`}
	if err := script.Run(context.Background(), session); err != nil {
		fmt.Println(err)
	}

	w := json.NewEncoder(os.Stdout)
	w.SetEscapeHTML(false)
	_ = w.Encode(map[string]any{"result": session.Result().Values(queries.Short)})
	// Output: {"result":[{"id":"<e:Ministry_of_Trade>","who":"<e:Ada_Okoye>"}]}
}

func ExampleSavedQuery_Script() {
	q, err := queries.LoadSaved("timeline")
	if err != nil {
		fmt.Println(err)
	}
	_, err = q.Script(map[string]string{"who": "Ada Okoye", "since": "Thursday"})
	fmt.Println(err)
	// Output: timeline: parameter since must be a day such as 2025-03-12, not "Thursday"
}
