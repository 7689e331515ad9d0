package queries

import (
	"encoding/json"
	"testing"
)

func TestShapeOf(t *testing.T) {
	via := &Via{Values: []Term{{Kind: Name, Text: "signed"}}}
	p := &Path{Steps: []Step{
		{Op: Is, Values: []Term{{Kind: IRI, Text: "e:Berg"}}}, {Op: Tag, Tags: []string{"who"}},
		{Op: Out, Via: via}, {Op: Has, Via: via, Values: []Term{{Kind: Name, Text: "x"}}},
	}}
	got, err := json.Marshal(ShapeOf(p))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"links":[{"source":1,"target":2,"link_node":3},{"source":2,"target":4,"link_node":5}],"nodes":[` +
		`{"id":1,"tags":["who"],"values":["\u003ce:Berg\u003e"],"is_link_node":false,"is_fixed":true},` +
		`{"id":2,"tags":["id"],"is_link_node":false,"is_fixed":false},` +
		`{"id":3,"values":["signed"],"is_link_node":true,"is_fixed":true},` +
		`{"id":4,"values":["x"],"is_link_node":false,"is_fixed":true},` +
		`{"id":5,"values":["signed"],"is_link_node":true,"is_fixed":true}]}`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
