package main

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"sayso/graph/quadstore"
	"sayso/graph/store"
)

// Exit codes, as sayso --help lists them.
const (
	exitOK          = 0
	exitInternal    = 1
	exitUsage       = 2 // usage or bad input
	exitCorrupt     = 3
	exitLocked      = 4
	exitNoSpace     = 5
	exitLimit       = 6 // a limit or a timeout
	exitSomeFailed  = 7 // some documents failed, the others are done
	exitNothing     = 8 // nothing found
	exitInterrupted = 130
)

// exitError carries the exit code of an error whose kind does not tell it.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage marks an error as the user's: a wrong flag, a file that is not there, bad input.
func usage(err error) error { return &exitError{exitUsage, err} }

// nothing marks an empty result; err may be nil where the output already says so.
func nothing(err error) error { return &exitError{exitNothing, err} }

func exitCode(err error) int {
	var exit *exitError
	var locked *quadstore.LockedError
	var corrupt *quadstore.CorruptError
	var version *quadstore.VersionError
	switch {
	case errors.As(err, &exit):
		return exit.code
	case errors.As(err, &locked):
		return exitLocked
	case errors.As(err, &corrupt):
		return exitCorrupt
	case errors.As(err, &version):
		return exitUsage
	case errors.Is(err, syscall.ENOSPC):
		return exitNoSpace
	case errors.Is(err, context.DeadlineExceeded):
		return exitLimit
	case errors.Is(err, store.ErrNotFound):
		return exitNothing
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR), errors.Is(err, store.ErrNoStore), errors.Is(err, store.ErrDecisions):
		return exitUsage
	}
	return exitInternal
}
