package queries

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Param is a parameter of a saved query.
type Param struct {
	Name        string    `json:"name"`
	Type        ParamType `json:"type"`
	Default     string    `json:"default"`
	Optional    bool      `json:"optional"` // it has a default
	Description string    `json:"description"`
}

// ParamType is what a parameter's value must be.
type ParamType string

const (
	StringParam  ParamType = "string"
	NumberParam  ParamType = "number"
	BooleanParam ParamType = "boolean"
	DateParam    ParamType = "date" // 2025-03-12; "" for none, where that is the default
)

// ParamError says what is wrong with a parameter that was given, or was not.
type ParamError struct {
	Query  string
	Param  string
	Reason string
}

func (e *ParamError) Error() string {
	return fmt.Sprintf("%s: parameter %s %s", e.Query, e.Param, e.Reason)
}

var paramLine = regexp.MustCompile(`^param ([a-z][a-z0-9_]*) (string|number|boolean|date)( = ([^:]*))?: (.+)$`)

func parseParam(line string) (Param, error) {
	m := paramLine.FindStringSubmatch(line)
	if m == nil {
		return Param{}, fmt.Errorf("%q is not of the form param NAME TYPE [= DEFAULT]: description", line)
	}
	p := Param{Name: m[1], Type: ParamType(m[2]), Default: m[4], Optional: m[3] != "", Description: m[5]}
	if p.Default == `""` {
		p.Default = ""
	}
	if p.Optional {
		if _, err := p.parse(p.Default); err != nil {
			return Param{}, fmt.Errorf("default of %s %w", p.Name, err)
		}
	}
	return p, nil
}

func (p Param) value(given map[string]string) (any, error) {
	text, ok := given[p.Name]
	if !ok && !p.Optional {
		return nil, errors.New("is missing: " + p.Description)
	}
	if !ok {
		text = p.Default
	}
	return p.parse(text)
}

func (p Param) parse(text string) (any, error) {
	switch p.Type {
	case NumberParam:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || n-n != 0 {
			return nil, fmt.Errorf("must be a number, not %q", text)
		}
		return n, nil
	case BooleanParam:
		b, err := strconv.ParseBool(text)
		if err != nil {
			return nil, fmt.Errorf("must be true or false, not %q", text)
		}
		return b, nil
	case DateParam:
		if text == "" && p.Optional && p.Default == "" {
			return "", nil
		}
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return nil, fmt.Errorf("must be a day such as 2025-03-12, not %q", text)
		}
	}
	return text, nil
}
