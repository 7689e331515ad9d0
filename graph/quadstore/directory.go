package quadstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// The files that stand beside Pebble's own.
const (
	formatFile    = "FORMAT"
	newFormatFile = "FORMAT.new"
	lockFile      = "LOCK"
	pidFile       = "PID"
	committedFile = "COMMITTED"
	decisionsFile = "decisions.txt" // of package store
)

// format is the layout of keys and values that this package writes.
const format = 1

// ErrNoStore is what a directory gives that holds no store.
var ErrNoStore = errors.New("no store there")

// directory is the folder of a store, locked by this process.
type directory struct {
	path  string
	lock  *pebble.Lock
	count *os.File // COMMITTED
}

// Exists tells whether dir holds a store.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, formatFile))
	return err == nil
}

// remains tells a store that has lost the file by which Exists knows it.
func remains(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, committedFile))
	return err == nil
}

// lock takes hold of dir, or says who has it, and checks that it holds a store that we can read, or nothing.
func lock(dir string) (*directory, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	if err := checkFormat(dir); err != nil {
		return nil, err
	}
	d := &directory{path: dir}
	held, err := pebble.LockDirectory(dir, private{vfs.Default})
	if err != nil {
		return nil, heldBy(dir, err)
	}
	d.lock = held
	if err := d.occupy(); err != nil {
		d.release()
		return nil, err
	}
	return d, nil
}

func checkFormat(dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, formatFile))
	if errors.Is(err, fs.ErrNotExist) && remains(dir) {
		return &CorruptError{File: filepath.Join(dir, formatFile), Remedy: remedy, Err: fs.ErrNotExist}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return checkEmpty(dir)
	}
	if err != nil {
		return err
	}
	found, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || found < 1 {
		return &CorruptError{File: filepath.Join(dir, formatFile), Remedy: remedy, Err: errors.New("not a format number")}
	}
	if found > format {
		return &VersionError{Dir: dir, Found: found, Known: format}
	}
	return nil
}

// checkEmpty keeps a store from moving into a folder of other things. What an opener that was killed left,
// and what one leaves that is just now opening, is no hindrance, nor are decisions kept for a store that is built anew.
func checkEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !slices.Contains([]string{lockFile, pidFile, newFormatFile, formatFile, decisionsFile}, e.Name()) {
			return fmt.Errorf("%s holds other things: %w", dir, ErrNoStore)
		}
	}
	return nil
}

// occupy writes who we are and what the directory is.
func (d *directory) occupy() (err error) {
	if err := os.Chmod(d.path, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(d.file(pidFile), []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600); err != nil {
		return err
	}
	if !Exists(d.path) {
		if err := d.writeFormat(); err != nil {
			return err
		}
	}
	d.count, err = os.OpenFile(d.file(committedFile), os.O_RDWR|os.O_CREATE, 0o600)
	return err
}

func (d *directory) writeFormat() error {
	if err := os.WriteFile(d.file(newFormatFile), []byte(strconv.Itoa(format)+"\n"), 0o600); err != nil {
		return err
	}
	return os.Rename(d.file(newFormatFile), d.file(formatFile))
}

func (d *directory) file(name string) string { return filepath.Join(d.path, name) }

func (d *directory) release() error {
	var err error
	if d.count != nil {
		err = d.count.Close()
		os.Remove(d.file(pidFile))
	}
	return errors.Join(err, d.lock.Close())
}

// heldBy names the process that holds a lock which we did not get. The holder
// may be just about to write its number, so it gets half a second.
func heldBy(dir string, err error) error {
	if errors.Is(err, fs.ErrPermission) && !isLocked(err) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	e := &LockedError{Dir: dir}
	for range 10 {
		b, _ := os.ReadFile(filepath.Join(dir, pidFile))
		if e.PID, _ = strconv.Atoi(strings.TrimSpace(string(b))); e.PID != 0 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	return e
}

// isLocked: fcntl(2) may answer EACCES for a lock that another process holds, and then no path is at fault.
func isLocked(err error) bool {
	var path *fs.PathError
	return !errors.As(err, &path)
}

// committed notes the number of a commit that is durable. It is not itself
// synced: after a crash it may be behind the store, never ahead of it.
func (d *directory) committed(version uint64) {
	b := binary.BigEndian.AppendUint64(nil, version)
	d.count.WriteAt(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b)), 0)
}

// begin notes the first number for good, so that no crash leaves a note of zeros.
func (d *directory) begin(version uint64) error {
	d.committed(version)
	return d.count.Sync()
}

// checkCommitted finds commits that were durable once and are gone: Pebble
// takes damage at the end of its log for a commit that was cut short.
func (d *directory) checkCommitted(version uint64) error {
	b := make([]byte, 13)
	n, err := d.count.ReadAt(b, 0)
	if n == 0 && err == io.EOF {
		return d.begin(version)
	}
	if n != 12 || binary.BigEndian.Uint32(b[8:]) != crc32.ChecksumIEEE(b[:8]) {
		name := d.file(committedFile)
		return &CorruptError{
			File:   name,
			Remedy: fmt.Sprintf("delete it and call sayso verify; if that finds nothing, only the number of the last commit is lost, or else %s", remedy),
			Err:    errors.New("not the number of a commit"),
		}
	}
	noted := binary.BigEndian.Uint64(b)
	if noted <= version {
		return nil
	}
	return &CorruptError{
		File:   d.path,
		Remedy: fmt.Sprintf("%s, or delete %s to go on without them", remedy, d.file(committedFile)),
		Err:    fmt.Errorf("the last %d of %d commits are gone", noted-version, noted),
	}
}

// damage is what an error of opening says of the directory.
func (d *directory) damage(err error) error {
	var corrupt *CorruptError
	if errors.As(err, &corrupt) || !pebble.IsCorruptionError(err) && !incomplete(err) {
		return err
	}
	return &CorruptError{File: d.path, Remedy: remedy, Err: err}
}

// incomplete tells a file that is gone or cut short: Pebble does not mark those as damage.
func incomplete(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, pebble.ErrDBNotPristine) || strings.Contains(err.Error(), "object size mismatch")
}

// sweep removes what a load left that was cut short.
func (d *directory) sweep() error {
	left, err := filepath.Glob(d.file(loadPrefix + "*"))
	for _, name := range left {
		err = errors.Join(err, os.RemoveAll(name))
	}
	return err
}

func (d *directory) options() *pebble.Options {
	o := options(private{vfs.Default})
	o.Lock = d.lock
	return o
}

// private makes files that only their owner may read.
type private struct{ vfs.FS }

// Create makes a private file.
func (p private) Create(name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	f, err := p.FS.Create(name, c)
	return restrict(name, f, err)
}

// Lock locks a file and makes it private.
func (p private) Lock(name string) (io.Closer, error) {
	held, err := p.FS.Lock(name)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(name, 0o600); err != nil {
		held.Close()
		return nil, err
	}
	return held, nil
}

// OpenReadWrite opens a file and makes it private.
func (p private) OpenReadWrite(name string, c vfs.DiskWriteCategory, o ...vfs.OpenOption) (vfs.File, error) {
	f, err := p.FS.OpenReadWrite(name, c, o...)
	return restrict(name, f, err)
}

func restrict(name string, f vfs.File, err error) (vfs.File, error) {
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(name, 0o600); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
