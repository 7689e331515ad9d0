package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// onDisk are the files of a folder, whatever bytes their names are of, which [os.DirFS] does not open where they are no UTF-8.
type onDisk struct {
	dir   string
	alone bool // one of them is named itself, be it a pipe
}

func (d onDisk) path(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

// Open implements [fs.FS]. It opens what is a file, and not what a folder may hold besides: reading a pipe never ends, nor does a device.
func (d onDisk) Open(name string) (fs.File, error) {
	info, err := os.Stat(d.path(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(d.path(name)); err == nil {
			return nil, errors.New("is a link to what is not there: mend it or take it away")
		}
		return nil, err
	case err != nil:
		return nil, remedied(err)
	case !d.alone && !info.IsDir() && !info.Mode().IsRegular():
		return nil, fmt.Errorf("is no file but a pipe or a device (%s): name it alone, or take it away", info.Mode())
	}
	f, err := os.Open(d.path(name))
	if err != nil {
		return nil, remedied(err)
	}
	return f, nil
}

// Stat implements [fs.StatFS].
func (d onDisk) Stat(name string) (fs.FileInfo, error) { return os.Stat(d.path(name)) }

// ReadDir implements [fs.ReadDirFS].
func (d onDisk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(d.path(name)) }

// remedied says what helps where the system does not let a file or folder be read.
func remedied(err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: let yourself in (chmod u+rX), or leave it out", fs.ErrPermission)
	case errors.Is(err, syscall.ELOOP):
		return errors.New("is a link that leads round in a circle: mend it or take it away")
	}
	return err
}
