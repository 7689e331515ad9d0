package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

//go:embed saved/*.js saved/show/*.js
var savedFiles embed.FS

// SavedQuery is a query that is kept under a name, with the parameters it takes.
//
// It is a file NAME.js that begins with a comment of // lines. What it says is the
// description, its first line the title, but for lines that declare a parameter:
//
//	// param NAME TYPE: description
//	// param NAME TYPE = DEFAULT: description
//
// TYPE is string, number, boolean or date (2025-03-12). A parameter without a default
// must be given. The script sees what was given as params.NAME, which is data and
// never part of its text. It can call the functions of saved/show.
type SavedQuery struct {
	Name        string  `json:"name"`
	Title       string  `json:"title"`
	Description string  `json:"description"`
	Params      []Param `json:"params"`
	Text        string  `json:"-"`
	Own         bool    `json:"own"` // it is the user's, from a folder of their own
}

var savedName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

// Saved lists the saved queries by name.
func Saved() ([]SavedQuery, error) {
	files, err := fs.Glob(savedFiles, "saved/*.js")
	if err != nil {
		return nil, err
	}
	var all []SavedQuery
	for _, file := range files {
		q, err := LoadSaved(strings.TrimSuffix(path.Base(file), ".js"))
		if err != nil {
			return nil, err
		}
		all = append(all, q)
	}
	return all, nil
}

// LoadSaved returns the saved query of that name, or an error that is fs.ErrNotExist.
func LoadSaved(name string) (SavedQuery, error) {
	if !savedName.MatchString(name) {
		return SavedQuery{}, fmt.Errorf("saved query %q: %w", name, fs.ErrNotExist)
	}
	text, err := fs.ReadFile(savedFiles, "saved/"+name+".js")
	if err != nil {
		return SavedQuery{}, fmt.Errorf("saved query %q: %w", name, fs.ErrNotExist)
	}
	return ParseSaved(name, string(text))
}

// ParseSaved reads a saved query from its text.
func ParseSaved(name, text string) (SavedQuery, error) {
	q := SavedQuery{Name: name, Text: text, Params: []Param{}}
	var description []string
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "//")
		if !ok {
			break
		}
		comment = strings.TrimSpace(comment)
		if !strings.HasPrefix(comment, "param ") {
			description = append(description, comment)
			continue
		}
		p, err := parseParam(comment)
		if err != nil {
			return SavedQuery{}, fmt.Errorf("saved query %s: %w", name, err)
		}
		q.Params = append(q.Params, p)
	}
	q.Title, q.Description, _ = strings.Cut(strings.TrimSpace(strings.Join(description, "\n")), "\n")
	q.Description = strings.TrimSpace(q.Description)
	return q, nil
}

// Script is the query with these parameters, or a ParamError.
func (q SavedQuery) Script(given map[string]string) (Script, error) {
	for name := range given {
		if !q.takes(name) {
			return Script{}, &ParamError{q.Name, name, "is not a parameter of this query"}
		}
	}
	values := map[string]any{}
	for _, p := range q.Params {
		v, err := p.value(given)
		if err != nil {
			return Script{}, &ParamError{q.Name, p.Name, err.Error()}
		}
		values[p.Name] = v
	}
	show, err := shown()
	if err != nil {
		return Script{}, err
	}
	return Script{Text: q.Text + "\n" + show, Params: values}, nil
}

func (q SavedQuery) takes(name string) bool {
	for _, p := range q.Params {
		if p.Name == name {
			return true
		}
	}
	return false
}

// shown are the functions of saved/show. They stand after a query, so that the lines
// of its errors are its own; JavaScript hoists them.
func shown() (string, error) {
	files, err := fs.Glob(savedFiles, "saved/show/*.js")
	if err != nil {
		return "", err
	}
	var all strings.Builder
	for _, file := range files {
		text, err := fs.ReadFile(savedFiles, file)
		if err != nil {
			return "", err
		}
		all.Write(text)
	}
	return all.String(), nil
}
