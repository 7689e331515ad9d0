package quadstore

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// room tells that the disk is full. Pebble ends the process where a new log finds no room, and tries for ever where a
// table finds none, while commits wait. So it is never told: what finds no room never returns, nor does any change to
// a file after it, and the commit that waits is given up. Reading goes on; the next process writes.
type room struct {
	gone chan struct{} // closed when there is none
	once sync.Once
	told atomic.Bool
}

// grace is how long a write may still take once there is no room: it may be another one that found none.
const grace = 200 * time.Millisecond

func newRoom() *room { return &room{gone: make(chan struct{})} }

// write runs fn for as long as there is room, and tells where there is none.
func (r *room) write(fn func() error) error {
	err := r.attempt(fn)
	if err == (noRoomError{}) {
		r.told.Store(true)
	}
	return err
}

func (r *room) attempt(fn func() error) error {
	if r.none() {
		return noRoomError{}
	}
	done := make(chan error, 1)
	go func() {
		var err error
		defer func() { done <- err }()
		defer caught(&err)
		err = fn()
	}()
	select {
	case err := <-done:
		return err
	case <-r.gone:
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return noRoomError{}
	}
}

func (r *room) none() bool {
	select {
	case <-r.gone:
		return true
	default:
		return false
	}
}

// noRoomError is what a write gets that there is no room for, and every one after it.
type noRoomError struct{}

func (noRoomError) Error() string {
	return "no space left on device; what was acknowledged is kept: make room and do it again"
}

func (noRoomError) Is(err error) bool { return err == syscall.ENOSPC || err == errLost }

// change changes a file, unless there is no room or was none before: then it never returns.
func (r *room) change(fn func() error) error {
	if r.none() {
		select {}
	}
	err := fn()
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		r.once.Do(func() { close(r.gone) })
		select {}
	}
	return err
}

// caught makes an error of the panic with which Pebble gives up where it cannot write.
func caught(err *error) {
	p := recover()
	if p == nil {
		return
	}
	cause, ok := p.(error)
	if !ok {
		panic(p)
	}
	*err = fmt.Errorf("%w: %w", cause, errLost)
}

// roomFS watches what Pebble does to files.
type roomFS struct {
	vfs.FS
	room *room
}

func (fs roomFS) opened(open func() (vfs.File, error)) (f vfs.File, err error) {
	err = fs.room.change(func() error {
		f, err = open()
		return err
	})
	if err != nil {
		return nil, err
	}
	return roomFile{f, fs.room}, nil
}

// Create makes a file that is watched.
func (fs roomFS) Create(name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	return fs.opened(func() (vfs.File, error) { return fs.FS.Create(name, c) })
}

// OpenReadWrite opens a file that is watched.
func (fs roomFS) OpenReadWrite(name string, c vfs.DiskWriteCategory, o ...vfs.OpenOption) (vfs.File, error) {
	return fs.opened(func() (vfs.File, error) { return fs.FS.OpenReadWrite(name, c, o...) })
}

// OpenDir opens a folder whose Sync is watched.
func (fs roomFS) OpenDir(name string) (vfs.File, error) {
	return fs.opened(func() (vfs.File, error) { return fs.FS.OpenDir(name) })
}

// ReuseForWrite renames a file and watches it.
func (fs roomFS) ReuseForWrite(from, to string, c vfs.DiskWriteCategory) (vfs.File, error) {
	return fs.opened(func() (vfs.File, error) { return fs.FS.ReuseForWrite(from, to, c) })
}

// Link is watched.
func (fs roomFS) Link(from, to string) error {
	return fs.room.change(func() error { return fs.FS.Link(from, to) })
}

// Rename is watched.
func (fs roomFS) Rename(from, to string) error {
	return fs.room.change(func() error { return fs.FS.Rename(from, to) })
}

// Remove is watched: who has given up must not remove what the next process makes.
func (fs roomFS) Remove(name string) error {
	return fs.room.change(func() error { return fs.FS.Remove(name) })
}

// roomFile is a file whose writes are watched.
type roomFile struct {
	vfs.File
	room *room
}

// Write is watched.
func (f roomFile) Write(p []byte) (n int, err error) {
	err = f.room.change(func() error { n, err = f.File.Write(p); return err })
	return n, err
}

// WriteAt is watched.
func (f roomFile) WriteAt(p []byte, at int64) (n int, err error) {
	err = f.room.change(func() error { n, err = f.File.WriteAt(p, at); return err })
	return n, err
}

// Sync is watched: a disk may find only then that there is no room.
func (f roomFile) Sync() error { return f.room.change(f.File.Sync) }

// SyncData is watched.
func (f roomFile) SyncData() error { return f.room.change(f.File.SyncData) }

// SyncTo is watched.
func (f roomFile) SyncTo(n int64) (whole bool, err error) {
	err = f.room.change(func() error { whole, err = f.File.SyncTo(n); return err })
	return whole, err
}
