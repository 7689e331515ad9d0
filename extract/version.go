package extract

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// rules are the sources of all that decides what an article says.
//
//go:embed *.go *.txt document/*.go document/*.txt claim/*.go claim/words entity/*.go entity/*.txt timex/*.go parse/*.go parse/*.txt parse/gazetteer
//go:embed origin/*.go neural/*.go tensor/*.go tensor/*.s
var rules embed.FS

// Version names a model and the rules of this program: what one version has read of an article, it reads again.
// A change of either, were it but a comment, makes another version.
func Version(models fs.FS) (string, error) {
	model, err := digest(models, func(name string) bool {
		return path.Ext(name) == ".bin" || name == confidenceModel
	})
	if err != nil {
		return "", fmt.Errorf("version of the model: %w", err)
	}
	code, err := digest(rules, isRule)
	if err != nil {
		return "", fmt.Errorf("version of the rules: %w", err)
	}
	return "model " + model + ", rules " + code, nil
}

func isRule(name string) bool {
	return !strings.HasSuffix(name, "_test.go")
}

// digest sums up the names and contents of the files that are wanted.
func digest(files fs.FS, want func(name string) bool) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !want(name) {
			return err
		}
		f, err := files.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		fmt.Fprintf(sum, "\x00%s\x00", name)
		_, err = io.Copy(sum, f)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)[:6]), err
}
