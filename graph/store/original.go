package store

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"

	"sayso/graph/quadstore"
)

// originalPrefix is the private key, followed by its hash, of what the texts of articles were taken from: a page, a PDF.
const originalPrefix = "\x80o"

// LargestOriginal is the most bytes of an original that are kept.
const LargestOriginal = 8 << 20

func originalKey(sha string) []byte { return []byte(originalPrefix + raw(sha)) }

// keepOriginal puts an original in the place of the one that an article had; nil is none. Articles of one file share it.
func (r *reader) keepOriginal(t *transaction, article, was string, original []byte) error {
	if was != "" {
		dropped, err := r.drop(originalKey, was, article)
		if err != nil {
			return err
		}
		t.pairs = append(t.pairs, dropped...)
	}
	if original == nil {
		return nil
	}
	sha := Sum(original)
	t.pairs = append(t.pairs, quadstore.Pair{Key: useKey(sha, article), Value: []byte{}})
	key := originalKey(sha)
	if _, kept, err := r.at.Read(key); kept || err != nil {
		return err
	}
	squeezed, err := squeeze(original)
	t.pairs = append(t.pairs, quadstore.Pair{Key: key, Value: squeezed})
	return err
}

// Original is what the text of an article was taken from, [ErrNotFound] where that is the text itself or was not kept.
func (s *Store) Original(article string) (original []byte, err error) {
	err = s.see(func(r *reader) error {
		how, err := r.reading(article)
		if err == nil && how.Original == "" {
			err = fmt.Errorf("original of article %s: %w", article, ErrNotFound)
		}
		if err == nil {
			original, err = r.original(how.Original)
		}
		return err
	})
	return original, err
}

func (r *reader) original(sha string) ([]byte, error) {
	value, ok, err := r.at.Read(originalKey(sha))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("original %s: %w", sha, ErrNotFound)
	}
	original, err := expand(value)
	if err != nil {
		return nil, fmt.Errorf("original %s: %w", sha, err)
	}
	return original, nil
}

// verifyOriginal tells what is wrong with an article's original, "" where nothing is.
func (r *reader) verifyOriginal(article string) (fault string, err error) {
	how, err := r.reading(article)
	if err != nil || how.Original == "" {
		return "", err
	}
	original, err := r.original(how.Original)
	switch {
	case errors.Is(err, ErrNotFound):
		return "what its text was taken from is missing", nil
	case errors.Is(err, errSqueezed) || err == nil && Sum(original) != how.Original:
		return "what its text was taken from is not what was kept", nil
	}
	return "", err
}

var errSqueezed = errors.New("it does not unpack")

func squeeze(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.DefaultCompression)
	if err == nil {
		_, err = w.Write(b)
		err = errors.Join(err, w.Close())
	}
	return out.Bytes(), err
}

func expand(b []byte) ([]byte, error) {
	out, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errSqueezed, err)
	}
	return out, nil
}
