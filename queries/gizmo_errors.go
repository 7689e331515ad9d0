package queries

import (
	"context"
	"errors"
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
func (s Script) explain(err error) error {
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
		return s.queryError(thrown)
	}
	return err
}

func interruption(e *goja.InterruptedError) error {
	err := e.Unwrap()
	if err == nil || errors.Is(err, context.DeadlineExceeded) {
		return LimitError{"the query took too long"}
	}
	return err
}

func (s Script) queryError(thrown *goja.Exception) error {
	cause := thrown.Unwrap()
	message := ""
	switch {
	case cause != nil:
		message = cause.Error()
	case thrown.Value() != nil:
		message = suggest(strings.TrimPrefix(thrown.Value().String(), "TypeError: "))
	}
	line, column := position(thrown)
	return &QueryError{placeIn(s.Text, message, line, column), cause}
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
		return message + didYouMean(m[1], names(pathMethods, graphMethods))
	}
	if m := notDefined.FindStringSubmatch(message); m != nil {
		return message + didYouMean(m[1], append(names(valueFunctions), "g", "graph", "params"))
	}
	return message
}
