package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

// release is the version of the program, as CHANGELOG.md counts it.
const release = "0.1.0"

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.stdout, "sayso %s %s %s/%s\n", release, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
