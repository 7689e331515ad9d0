package graph

import "slices"

// Article is one article as the graph holds it: what it is, what it says, and what it speaks of.
// It is the unit of a transaction: added whole, replaced whole, removed whole.
type Article struct {
	ID        string   `json:"id"` // 003, politics/index
	Title     string   `json:"title,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	Author    string   `json:"author,omitempty"`
	Published string   `json:"published,omitempty"` // 2025-03-12
	URL       string   `json:"url,omitempty"`
	Language  string   `json:"language,omitempty"`
	SHA256    string   `json:"sha256"` // of its text, in hex
	Sketch    string   `json:"-"`      // of its words, by which near-copies are known; stands beside the graph
	Claims    []Claim  `json:"claims"`
	Entities  []Entity `json:"entities"`
}

// Entity is one thing that an article, or a set of articles, speaks of under one or more names.
type Entity struct {
	ID       Ref       `json:"id"`
	Name     string    `json:"name"` // canonical
	Type     Type      `json:"type"`
	Named    bool      `json:"-"` // has a proper name, so that other articles can mean the same thing
	Mentions []Mention `json:"mentions"`

	SameAs    string `json:"same_as,omitempty"`    // its IRI in a source of the world's places
	StandsFor Ref    `json:"stands_for,omitempty"` // whom the article means by naming the place: a country by its capital
}

// Names are all that an entity is called, its own name first.
func (e Entity) Names() []string {
	all := []string{e.Name}
	for _, m := range e.Mentions {
		if !slices.Contains(all, m.Text) {
			all = append(all, m.Text)
		}
	}
	return all
}

// Mention is one place where an article names an entity; offsets count code points, End exclusive.
type Mention struct {
	Document string `json:"document"`
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Pronoun  bool   `json:"-"` // a pronoun is a mention but no name
}
