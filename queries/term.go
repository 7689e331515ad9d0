package queries

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// Term is a value as data. Its Kind may be Name, which no value of a graph has:
// a string as a person types it, which may stand for itself or for what it names.
type Term struct {
	Kind Kind   `json:"kind"`
	Text string `json:"text"`
	Of   string `json:"of,omitempty"` // the language of a Lang, the type of a Typed
}

// Kind is what a Term is.
type Kind string

const (
	Name   Kind = "name"
	IRI    Kind = "iri"
	Blank  Kind = "blank"
	String Kind = "string"
	Lang   Kind = "lang"
	Typed  Kind = "typed"
	Int    Kind = "int"
	Float  Kind = "float"
	Bool   Kind = "bool"
	Time   Kind = "time"
)

// TermOf is the term that stands for exactly this value.
func TermOf(v quad.Value) Term {
	switch v := v.(type) {
	case quad.IRI:
		return Term{Kind: IRI, Text: string(v)}
	case quad.BNode:
		return Term{Kind: Blank, Text: string(v)}
	case quad.String:
		return Term{Kind: String, Text: string(v)}
	case quad.LangString:
		return Term{Kind: Lang, Text: string(v.Value), Of: v.Lang}
	case quad.TypedString:
		return Term{Kind: Typed, Text: string(v.Value), Of: string(v.Type)}
	case quad.Int:
		return Term{Kind: Int, Text: strconv.FormatInt(int64(v), 10)}
	case quad.Float:
		return Term{Kind: Float, Text: strconv.FormatFloat(float64(v), 'g', -1, 64)}
	case quad.Bool:
		return Term{Kind: Bool, Text: strconv.FormatBool(bool(v))}
	case quad.Time:
		return Term{Kind: Time, Text: time.Time(v).Format(time.RFC3339Nano)}
	}
	return Term{Kind: String, Text: quad.StringOf(v)}
}

// Value is the value that the term stands for; a Name stands for a plain string.
func (t Term) Value() (quad.Value, error) {
	switch t.Kind {
	case Name, String:
		return quad.String(t.Text), nil
	case IRI:
		return quad.IRI(t.Text), nonEmpty(t)
	case Blank:
		return quad.BNode(t.Text), nonEmpty(t)
	case Lang:
		return quad.LangString{Value: quad.String(t.Text), Lang: t.Of}, nil
	case Typed:
		return quad.TypedString{Value: quad.String(t.Text), Type: quad.IRI(expand(t.Of))}, nil
	case Int:
		n, err := strconv.ParseInt(t.Text, 10, 64)
		return quad.Int(n), err
	case Float:
		n, err := strconv.ParseFloat(t.Text, 64)
		return quad.Float(n), err
	case Bool:
		b, err := strconv.ParseBool(t.Text)
		return quad.Bool(b), err
	case Time:
		day, err := time.Parse(time.RFC3339Nano, t.Text)
		return quad.Time(day), err
	}
	return nil, fmt.Errorf("unknown kind of value %q", t.Kind)
}

func nonEmpty(t Term) error {
	if t.Text == "" {
		return fmt.Errorf("empty %s", t.Kind)
	}
	return nil
}

// ReadTerm reads a string of a script as Cayley does: <iri>, _:blank, "text"@en,
// "text"^^<type>, and anything else as a name. A string in quotes that would be
// read otherwise without them is the literal between them, so that "<x>" is not <x>.
func ReadTerm(typed string) Term {
	if t, ok := readLiteral(typed); ok {
		return t
	}
	switch {
	case typed == "":
		return Term{Kind: String}
	case len(typed) > 2 && typed[0] == '<' && typed[len(typed)-1] == '>':
		return Term{Kind: IRI, Text: typed[1 : len(typed)-1]}
	case len(typed) > 2 && strings.HasPrefix(typed, "_:"):
		return Term{Kind: Blank, Text: typed[2:]}
	}
	return Term{Kind: Name, Text: typed}
}

var (
	langLiteral  = regexp.MustCompile(`(?s)^"(.*)"@([A-Za-z0-9-]+)$`)
	typedLiteral = regexp.MustCompile(`(?s)^"(.*)"\^\^<([^<>"]*)>$`)
)

func readLiteral(typed string) (Term, bool) {
	if len(typed) < 2 || typed[0] != '"' {
		return Term{}, false
	}
	if m := langLiteral.FindStringSubmatch(typed); m != nil {
		return Term{Kind: Lang, Text: unescape.Replace(m[1]), Of: m[2]}, true
	}
	if m := typedLiteral.FindStringSubmatch(typed); m != nil {
		return Term{Kind: Typed, Text: unescape.Replace(m[1]), Of: m[2]}, true
	}
	if inner := typed[1 : len(typed)-1]; typed[len(typed)-1] == '"' && ReadTerm(inner).Kind != Name {
		return Term{Kind: String, Text: inner}, true
	}
	return Term{}, false
}

// unescape undoes what quad.String.String does.
var unescape = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n", `\r`, "\r", `\t`, "\t")

// Native is the value as Cayley prints it in JSON: numbers and booleans as such,
// a string plainly, an IRI in <>. Unlike Cayley's, a language tag stays, and a
// string that would read as something else is quoted.
func Native(v quad.Value) any {
	switch v := v.(type) {
	case nil:
		return nil
	case quad.String:
		return nativeString(string(v))
	case quad.LangString:
		return v.String()
	case quad.Int:
		return int64(v)
	case quad.Bool:
		return bool(v)
	case quad.Time:
		return time.Time(v).Format(time.RFC3339Nano)
	case quad.Float:
		return nativeFloat(float64(v))
	case quad.TypedString:
		if known, err := v.ParseValue(); err == nil && known != quad.Value(v) {
			return Native(known)
		}
	}
	return v.String()
}

func nativeString(s string) any {
	if s == "" || ReadTerm(s).Kind == Name {
		return s
	}
	return `"` + s + `"`
}

// nativeFloat prints what JSON has no number for as a string.
func nativeFloat(f float64) any {
	if f-f != 0 {
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return f
}
