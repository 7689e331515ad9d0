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
	fs    vfs.FS
	path  string
	lock  *pebble.Lock
	count vfs.File // COMMITTED
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

// lock takes hold of a folder, or says who has it, and checks that it holds a store that we can read, or nothing.
func lock(files vfs.FS, dir string) (*directory, error) {
	d := &directory{fs: files, path: dir}
	if err := makeFolder(files, dir); err != nil {
		return nil, err
	}
	if err := d.checkFormat(); err != nil {
		return nil, err
	}
	held, err := pebble.LockDirectory(dir, files)
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

// makeFolder makes a folder where there is none, and those that it lies in, so that no crash takes it away.
func makeFolder(files vfs.FS, dir string) error {
	parent := files.PathDir(dir)
	if _, err := files.Stat(dir); err == nil || parent == dir {
		return nil
	}
	if err := makeFolder(files, parent); err != nil {
		return err
	}
	if err := files.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return syncFolder(files, parent)
}

// SyncFolder makes durable which files a folder has: one that was renamed is else where it was, once the power has failed.
func SyncFolder(dir string) error { return syncFolder(vfs.Default, dir) }

func syncFolder(files vfs.FS, dir string) error {
	f, err := files.OpenDir(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func (d *directory) checkFormat() error {
	b, err := d.read(formatFile)
	if errors.Is(err, fs.ErrNotExist) && d.has(committedFile) {
		return &CorruptError{File: d.file(formatFile), Remedy: remedy, Err: fs.ErrNotExist}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return d.checkEmpty()
	}
	if err != nil {
		return err
	}
	found, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || found < 1 {
		return &CorruptError{File: d.file(formatFile), Remedy: remedy, Err: errors.New("not a format number")}
	}
	if found > format {
		return &VersionError{Dir: d.path, Found: found, Known: format}
	}
	return nil
}

// checkEmpty keeps a store from moving into a folder of other things. What an opener that was killed left,
// and what one leaves that is just now opening, is no hindrance, nor are decisions kept for a store that is built anew.
func (d *directory) checkEmpty() error {
	names, err := d.fs.List(d.path)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !slices.Contains([]string{lockFile, pidFile, newFormatFile, formatFile, decisionsFile}, name) {
			return fmt.Errorf("%s holds other things: %w", d.path, ErrNoStore)
		}
	}
	return nil
}

// occupy writes who we are and what the directory is.
func (d *directory) occupy() (err error) {
	if err := d.fs.MkdirAll(d.path, 0o700); err != nil {
		return err
	}
	if err := d.write(pidFile, strconv.Itoa(os.Getpid())+"\n"); err != nil {
		return err
	}
	if !d.has(formatFile) {
		if err := d.writeFormat(); err != nil {
			return err
		}
	}
	d.count, err = d.fs.OpenReadWrite(d.file(committedFile), vfs.WriteCategoryUnspecified)
	return err
}

// writeFormat is done before there is anything else in the folder, so that no crash leaves a store without its format.
func (d *directory) writeFormat() error {
	if err := d.write(newFormatFile, strconv.Itoa(format)+"\n"); err != nil {
		return err
	}
	if err := d.fs.Rename(d.file(newFormatFile), d.file(formatFile)); err != nil {
		return err
	}
	return syncFolder(d.fs, d.path)
}

func (d *directory) file(name string) string { return d.fs.PathJoin(d.path, name) }

func (d *directory) has(name string) bool {
	_, err := d.fs.Stat(d.file(name))
	return err == nil
}

func (d *directory) read(name string) ([]byte, error) {
	f, err := d.fs.Open(d.file(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

func (d *directory) write(name, text string) error {
	f, err := d.fs.Create(d.file(name), vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	_, err = f.Write([]byte(text))
	return errors.Join(err, f.Sync(), f.Close())
}

func (d *directory) release() error {
	var err error
	if d.count != nil {
		err = d.count.Close()
		d.fs.Remove(d.file(pidFile))
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
	names, err := d.fs.List(d.path)
	for _, name := range names {
		if strings.HasPrefix(name, loadPrefix) {
			err = errors.Join(err, d.fs.RemoveAll(d.file(name)))
		}
	}
	return err
}

// private makes files and folders that only their owner may read.
type private struct{ vfs.FS }

// MkdirAll makes a folder, or takes one that is there, and makes it private.
func (p private) MkdirAll(dir string, mode fs.FileMode) error {
	if err := p.FS.MkdirAll(dir, mode); err != nil {
		return err
	}
	return os.Chmod(dir, 0o700)
}

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
