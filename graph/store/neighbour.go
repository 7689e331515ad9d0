package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

// socketFile is where the process that has a store hands backups to others, who cannot open it.
const socketFile = "SOCKET"

// patience is how long a neighbour may take to accept some bytes.
const patience = 30 * time.Second

// neighbours takes calls at the socket of a store.
type neighbours struct {
	at   *net.UnixListener
	done sync.WaitGroup
}

// listen lets other processes ask for a backup. Where the system has no such sockets, they cannot.
func (s *Store) listen() {
	var at *net.UnixListener
	err := nearSocket(s.dir, func(name string) (err error) {
		os.Remove(filepath.Join(s.dir, socketFile)) // of a process that was killed: the store is locked by us
		at, err = net.ListenUnix("unix", &net.UnixAddr{Name: name, Net: "unix"})
		return err
	})
	if err != nil {
		return
	}
	at.SetUnlinkOnClose(false) // the name may lead elsewhere by then
	if os.Chmod(filepath.Join(s.dir, socketFile), 0o600) != nil {
		at.Close()
		return
	}
	s.calls = &neighbours{at: at}
	s.calls.done.Go(func() {
		for {
			call, err := at.AcceptUnix()
			if err != nil {
				return
			}
			s.calls.done.Go(func() {
				defer call.Close()
				s.Backup(context.Background(), patient{call}) // who asked sees that the end is missing
			})
		}
	})
}

// hangUp ends what listen began, once backups under way are done.
func (s *Store) hangUp() {
	if s.calls == nil {
		return
	}
	os.Remove(filepath.Join(s.dir, socketFile))
	s.calls.at.Close()
	s.calls.done.Wait()
	s.calls = nil
}

type patient struct{ *net.UnixConn }

func (p patient) Write(b []byte) (int, error) {
	if err := p.SetWriteDeadline(time.Now().Add(patience)); err != nil {
		return 0, err
	}
	return p.UnixConn.Write(b)
}

// BackupFrom asks the process that has the store in dir for a backup. The caller checks that it is whole.
func BackupFrom(ctx context.Context, dir string, w io.Writer) error {
	return nearSocket(dir, func(name string) error {
		call, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: name, Net: "unix"})
		if err != nil {
			return errors.New("the process that has the store does not answer; end it first")
		}
		defer call.Close()
		defer context.AfterFunc(ctx, func() { call.Close() })()
		_, err = io.Copy(w, call)
		if cause := ctx.Err(); cause != nil {
			err = cause
		}
		return err
	})
}

// longestSocket is how long the name of a socket may be.
const longestSocket = 100

// nearSocket calls fn with a short name for the socket in dir.
func nearSocket(dir string, fn func(name string) error) error {
	name := filepath.Join(dir, socketFile)
	if len(name) <= longestSocket {
		return fn(name)
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	short := filepath.Join("/proc/self/fd", strconv.Itoa(int(d.Fd())))
	if _, err := os.Stat(short); err != nil {
		return fmt.Errorf("%s is too long for a socket", name)
	}
	return fn(filepath.Join(short, socketFile))
}
