//go:build unix

package sandbox

import (
	"os/exec"
	"syscall"
)

// group makes a child the head of a process group of its own, so that all its threads can be named at once.
func group(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// yield lets whoever has less to do go first.
func yield(c *exec.Cmd) { _ = syscall.Setpriority(syscall.PRIO_PGRP, c.Process.Pid, 15) }
