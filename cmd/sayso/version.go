package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

// release is the version of the program, as CHANGELOG.md counts it.
const release = "0.1.0"

func (p *program) version() *cobra.Command {
	var sbom bool
	c := &cobra.Command{
		Use:   "version",
		Short: "print the version, or what the program is made of",
		Args:  exactly(),
		RunE: func(*cobra.Command, []string) error {
			if sbom {
				return writeSBOM(p.stdout)
			}
			_, err := fmt.Fprintf(p.stdout, "sayso %s %s %s/%s\n", release, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
	c.Flags().BoolVar(&sbom, "sbom", false, "print the modules of this binary with their versions and hashes, as CycloneDX 1.5 JSON")
	return c
}
