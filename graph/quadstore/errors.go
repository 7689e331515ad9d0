package quadstore

import (
	"errors"
	"fmt"
	"strings"
)

// LockedError is what the second opener of a folder gets, or the second writer to a database.
type LockedError struct {
	Dir string
	PID int    // of the process that holds it; 0 if it has not said
	By  string // the session that holds a database
}

func (e *LockedError) Error() string {
	if e.By != "" {
		return fmt.Sprintf("%s is being written by %s", e.Dir, e.By)
	}
	if e.PID == 0 {
		return fmt.Sprintf("%s is locked by another process", e.Dir)
	}
	return fmt.Sprintf("%s is locked by process %d", e.Dir, e.PID)
}

// CorruptError says which file of a store is damaged, and what can be done.
type CorruptError struct {
	File   string
	Remedy string
	Err    error
}

func (e *CorruptError) Error() string {
	cause, _, _ := strings.Cut(e.Err.Error(), "\n") // Pebble adds lines that say nothing
	return fmt.Sprintf("%s is damaged: %s; %s", e.File, cause, e.Remedy)
}

func (e *CorruptError) Unwrap() error { return e.Err }

// VersionError is what a store gives that a newer sayso wrote.
type VersionError struct {
	Dir          string
	Found, Known int
}

func (e *VersionError) Error() string {
	return fmt.Sprintf("%s has format %d and this sayso knows formats up to %d; use a newer sayso", e.Dir, e.Found, e.Known)
}

const remedy = "restore a backup, or add the articles again to a new store"

// damaged tells the engine's word for damage, and ours, from other errors.
func (qs *QuadStore) damaged(err error) error {
	if err == nil {
		return nil
	}
	var corrupt *CorruptError
	if errors.As(err, &corrupt) {
		return err
	}
	file, found := qs.engine.damage(err)
	if !found && !errors.Is(err, errValue) {
		return err
	}
	corrupt = &CorruptError{File: file, Remedy: remedy, Err: err}
	qs.damage.CompareAndSwap(nil, corrupt)
	return corrupt
}

// orDamage is err, or else the damage that a method without an error has met.
func (qs *QuadStore) orDamage(err error) error {
	if damage := qs.damage.Load(); err == nil && damage != nil {
		return damage
	}
	return err
}
