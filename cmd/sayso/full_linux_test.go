package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// A build on a disk that is too small ends with exit code 5, one sentence and a store that is whole; with room it goes on.
func TestBuildOnFullDisk(t *testing.T) {
	disk := t.TempDir()
	for kb := 100; kb < 3000; kb += diskStep {
		if err := syscall.Mount("none", disk, "tmpfs", 0, "size="+strconv.Itoa(kb)+"k"); err != nil {
			t.Skipf("only root may make a small disk: %v", err)
		}
		buildWhereFull(t, disk, fmt.Sprint("store", kb))
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Fatal(err)
		}
	}
}

func buildWhereFull(t *testing.T, disk, name string) {
	kept := filepath.Join(disk, name)
	var out, said strings.Builder
	code := run([]string{"build", "../../data/articles", "--store", kept}, strings.NewReader(""), &out, &said)
	if code != exitOK && (code != exitNoSpace || strings.Count(said.String(), "no space left on device") != 1) {
		t.Errorf("exit %d, %q", code, said.String())
	}
	if err := syscall.Mount("none", disk, "tmpfs", syscall.MS_REMOUNT, "size=100m"); err != nil {
		t.Fatal(err)
	}
	next := filepath.Join(disk, "next") // as another process would: this one has given the store up
	if err := os.CopyFS(next, os.DirFS(kept)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(next, "FORMAT")); err == nil {
		typing(t, exitOK, "verify", "--store", next)
	}
	typing(t, exitOK, "build", "../../data/articles", "--store", next)
	typing(t, exitOK, "verify", "--store", next)
}
