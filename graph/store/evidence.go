package store

import (
	"fmt"

	"sayso/graph"
)

// Text is the text of an article, as it was added.
func (s *Store) Text(article string) (text []byte, err error) {
	err = s.see(func(r *reader) error {
		text, err = r.text(article)
		return err
	})
	return text, err
}

func (r *reader) text(article string) ([]byte, error) {
	e, known, err := r.entry(article)
	if err != nil {
		return nil, err
	}
	if !known {
		return nil, fmt.Errorf("text of article %s: %w", article, ErrNotFound)
	}
	text, ok, err := r.at.Read(textKey(e.SHA256))
	if err == nil && !ok {
		err = fmt.Errorf("text of article %s: %w", article, ErrNotFound)
	}
	return text, err
}

// Evident are the claims whose quote stands in the text where they say.
func Evident(claims []graph.Claim, text []byte) []graph.Claim {
	places := newPlaces(string(text))
	kept := make([]graph.Claim, 0, len(claims))
	for _, c := range claims {
		if places.hold(c) {
			kept = append(kept, c)
		}
	}
	return kept
}

// places finds code points in a text.
type places struct {
	text   string
	offset []int // in bytes, of each code point and of the end
}

func newPlaces(text string) places {
	p := places{text: text, offset: make([]int, 0, len(text)+1)}
	for i := range text {
		p.offset = append(p.offset, i)
	}
	p.offset = append(p.offset, len(text))
	return p
}

func (p places) hold(c graph.Claim) bool {
	if c.Start < 0 || c.Start > c.End || c.End >= len(p.offset) {
		return false
	}
	return p.text[p.offset[c.Start]:p.offset[c.End]] == c.Quote
}
