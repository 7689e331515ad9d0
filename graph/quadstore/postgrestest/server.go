//go:build unix

// Package postgrestest runs a PostgreSQL server for as long as a test lasts.
package postgrestest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a server that listens on a Unix socket only.
type Server struct{ address string }

// Start starts a server of its own for a test, or skips the test where none is installed.
func Start(t testing.TB) Server {
	t.Helper()
	initdb, ok := program("initdb")
	if !ok {
		t.Skip("no PostgreSQL here: apt-get install postgresql (.ci/postgres does)")
	}
	dir, err := os.MkdirTemp("", "sayso-pg") // a socket's path has to be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	run := unprivileged(t, dir)
	data := filepath.Join(dir, "data")
	if out, err := run(initdb, "-D", data, "-U", "sayso", "-A", "trust", "-E", "UTF8", "--no-sync").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	server := run(filepath.Join(filepath.Dir(initdb), "postgres"), "-D", data, "-k", dir,
		"-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200")
	var log bytes.Buffer
	server.Stdout, server.Stderr = &log, &log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Process.Signal(syscall.SIGINT) // a fast shutdown; one by SIGQUIT leaves shared memory behind
		server.Wait()
	})
	s := Server{"postgres://sayso@/postgres?host=" + url.QueryEscape(dir)}
	if err := s.ready(); err != nil {
		t.Fatalf("start PostgreSQL: %v\n%s", err, log.String())
	}
	return s
}

// At is a server that another process has started.
func At(address string) Server { return Server{address} }

// Address is where the server is.
func (s Server) Address() string { return s.address }

// Store is the address of a schema in which there is nothing yet.
func (s Server) Store(t testing.TB) string {
	t.Helper()
	schema := fmt.Sprintf("store_%016x", rand.Uint64())
	if err := s.exec("create schema " + schema); err != nil {
		t.Fatal(err)
	}
	return s.address + "&search_path=" + schema
}

func (s Server) exec(sql string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, s.address)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, sql)
	return err
}

func (s Server) ready() (err error) {
	for range 300 {
		if err = s.exec("select 1"); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

// program finds one of PostgreSQL's programs, which Debian keeps off the path.
func program(name string) (string, bool) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) > 0 {
		return found[len(found)-1], true
	}
	path, err := exec.LookPath(name)
	return path, err == nil
}

// unprivileged gives dir to a user who is not root, for PostgreSQL refuses root, and runs programs as that one.
func unprivileged(t testing.TB, dir string) func(string, ...string) *exec.Cmd {
	if os.Geteuid() != 0 {
		return exec.Command
	}
	nobody, err := user.Lookup("nobody")
	if err != nil {
		t.Skipf("no user to run PostgreSQL as: %v", err)
	}
	uid, _ := strconv.Atoi(nobody.Uid)
	gid, _ := strconv.Atoi(nobody.Gid)
	if err := os.Chown(dir, uid, gid); err != nil {
		t.Fatal(err)
	}
	return func(name string, args ...string) *exec.Cmd {
		c := exec.Command(name, args...)
		c.Dir = dir
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
		return c
	}
}
