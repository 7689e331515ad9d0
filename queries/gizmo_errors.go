package queries

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

func (s Script) syntaxError(err error) error {
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		at := list[0].Position
		return &SyntaxError{placeIn(s.Text, list[0].Message, at.Line, at.Column)}
	}
	var compiling *goja.CompilerSyntaxError
	if errors.As(err, &compiling) && compiling.File != nil {
		at := compiling.File.Position(compiling.Offset)
		return &SyntaxError{placeIn(s.Text, compiling.Message, at.Line, at.Column)}
	}
	return &SyntaxError{Place{Message: err.Error()}}
}

// explain turns what stopped a script into an error that points into it.
func (g *gizmo) explain(s Script, err error) error {
	var interrupted *goja.InterruptedError
	var thrown *goja.Exception
	var deep *goja.StackOverflowError
	switch {
	case err == nil || errors.Is(err, ErrFull):
		return nil
	case errors.As(err, &deep):
		return LimitError{"the query's functions call each other too deeply"}
	case errors.As(err, &interrupted):
		return interruption(interrupted)
	case errors.As(err, &thrown):
		return g.queryError(s, thrown)
	}
	return err
}

// recovered is what a panic out of the interpreter was about: an interruption while
// it was not running, as in the toString of something thrown, or a fault of its own.
func recovered(fault any) error {
	if e, ok := fault.(*goja.InterruptedError); ok {
		return interruption(e)
	}
	return fmt.Errorf("run script: %v", fault)
}

func interruption(e *goja.InterruptedError) error {
	err := e.Unwrap()
	if err == nil || errors.Is(err, context.DeadlineExceeded) {
		return LimitError{"the query took too long"}
	}
	return err
}

func (g *gizmo) queryError(s Script, thrown *goja.Exception) error {
	cause := thrown.Unwrap()
	message := ""
	if cause != nil {
		message = cause.Error()
	} else if e := g.vm.Try(func() { message = describeThrown(thrown.Value()) }); e != nil {
		message = "something was thrown that has no text"
	}
	line, column := position(thrown)
	return &QueryError{placeIn(s.Text, message, line, column), cause}
}

func describeThrown(v goja.Value) string {
	if v == nil {
		return ""
	}
	return suggest(strings.TrimPrefix(v.String(), "TypeError: "))
}

// position is where the script was: the innermost frame that is not ours.
func position(thrown *goja.Exception) (line, column int) {
	for _, frame := range thrown.Stack() {
		if at := frame.Position(); at.Line > 0 {
			return at.Line, at.Column
		}
	}
	return 0, 0
}

var (
	noMember   = regexp.MustCompile(`^Object has no member '(\w+)'`)
	notDefined = regexp.MustCompile(`^ReferenceError: (\w+) is not defined`)
)

// suggest adds the name that an unknown one was probably meant to be.
func suggest(message string) string {
	if m := noMember.FindStringSubmatch(message); m != nil {
		return message + didYouMean(m[1], names(pathSteps, pathEnds, graphStarts, graphDeeds))
	}
	if m := notDefined.FindStringSubmatch(message); m != nil {
		return message + didYouMean(m[1], append(names(valueFunctions), "g", "graph", "params"))
	}
	return message
}
