package queries

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Shelf is where saved queries are found: a folder of a user's own, which may be nil, before those that come with the program.
type Shelf struct {
	Own fs.FS // that of an os.Root, so that no name leads out of it
}

// List lists the saved queries by name. One of the user's own hides one of the same name. A file that cannot be
// read as a query is passed over, and told in the error that comes with the others.
func (s Shelf) List() ([]SavedQuery, error) {
	found, err := Saved()
	if err != nil || s.Own == nil {
		return found, err
	}
	files, err := fs.Glob(s.Own, "*.js")
	var wrong []error
	for _, file := range files {
		q, err := s.Load(strings.TrimSuffix(file, ".js"))
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		found = slices.DeleteFunc(found, func(o SavedQuery) bool { return o.Name == q.Name })
		found = append(found, q)
	}
	slices.SortFunc(found, func(a, b SavedQuery) int { return cmp.Compare(a.Name, b.Name) })
	return found, errors.Join(append(wrong, err)...)
}

// Load returns the saved query of a name, or an error that is fs.ErrNotExist and says which name is near.
func (s Shelf) Load(name string) (SavedQuery, error) {
	if s.Own != nil && savedName.MatchString(name) {
		text, err := fs.ReadFile(s.Own, name+".js")
		if err == nil {
			q, err := ParseSaved(name, string(text))
			q.Own = true
			return q, err
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return SavedQuery{}, fmt.Errorf("saved query %s: %w", name, err)
		}
	}
	q, err := LoadSaved(name)
	if errors.Is(err, fs.ErrNotExist) {
		unknown := &unknownQueryError{name: name}
		all, _ := s.List()
		for _, q := range all {
			unknown.known = append(unknown.known, q.Name)
		}
		return q, unknown
	}
	return q, err
}

// unknownQueryError says that there is no saved query of a name, and which there are. It is fs.ErrNotExist.
type unknownQueryError struct {
	name  string
	known []string
}

func (e *unknownQueryError) Error() string {
	return fmt.Sprintf("there is no saved query %q%s; there are %s", e.name, didYouMean(e.name, e.known), strings.Join(e.known, ", "))
}

// Is makes it fs.ErrNotExist.
func (e *unknownQueryError) Is(target error) bool { return target == fs.ErrNotExist }

// CheckName tells whether a query may be saved under a name.
func CheckName(name string) error {
	if !savedName.MatchString(name) {
		return fmt.Errorf("%q is no name for a query: want a to z, digits, - and _, 64 at most, a letter or digit first", name)
	}
	return nil
}

// NewSaved is a query to be saved under a name, or what is wrong with either.
func NewSaved(name, text string) (SavedQuery, error) {
	if err := CheckName(name); err != nil {
		return SavedQuery{}, err
	}
	q, err := ParseSaved(name, text)
	if err == nil {
		err = q.Check()
	}
	if err != nil {
		return SavedQuery{}, err
	}
	if _, err := LoadSaved(name); err == nil {
		return SavedQuery{}, fmt.Errorf("%s is a query that comes with sayso; take another name", name)
	}
	q.Own = true
	return q, nil
}

// Check tells what is wrong with the text of a query before it is run.
func (q SavedQuery) Check() error {
	if len(q.Text) > MaxText {
		return LimitError{fmt.Sprintf("a query takes at most %d bytes", MaxText)}
	}
	_, err := Script{Text: q.Text}.compile()
	return err
}
