package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"sayso/queries/sandbox"
)

func TestMain(m *testing.M) {
	sandbox.Main()
	readingTask().Main()
	testscript.Main(m, map[string]func(){"sayso": main})
}

// TestScript runs commands as they are typed.
func TestScript(t *testing.T) {
	const dir = "testdata/script"
	scripts, err := filepath.Glob(dir + "/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("%s holds no scripts", dir)
	}
	testscript.Run(t, testscript.Params{Dir: dir, Setup: withArticles})
}

// withArticles lays the sample articles into the script's folder, where a clone has them, and files of all formats.
func withArticles(env *testscript.Env) error {
	err := os.CopyFS(filepath.Join(env.WorkDir, "data", "articles"), os.DirFS("../../data/articles"))
	return errors.Join(err, os.CopyFS(filepath.Join(env.WorkDir, "files"), os.DirFS("../../extract/document/testdata/files")))
}

// TestReadme types each console block of the README and looks for what it shows. A line
// "…" in the README stands for lines left out.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	script := consoleScript(string(text))
	if !strings.Contains(script, "exec sayso demo") || strings.Count(script, "\nstdout ") < 5 {
		t.Fatal("README.md has no console blocks that type the demo and show what it prints")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "readme.txtar"), []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: dir, Setup: withArticles})
}

// consoleScript turns the README's console blocks into a test script: "$ sayso …" is
// executed, and each line below it must be among what was printed.
func consoleScript(readme string) string {
	var script strings.Builder
	inside := false
	for line := range strings.Lines(readme) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "```console":
			inside = true
		case line == "```":
			inside = false
		case !inside:
		case strings.HasPrefix(line, "$ "):
			script.WriteString("exec " + typed(strings.TrimPrefix(line, "$ ")) + "\n")
		case line != "" && strings.TrimSpace(line) != "…":
			script.WriteString("stdout '" + pattern(line) + "'\n")
		}
	}
	return script.String()
}

// typed rewrites how a newcomer starts the program into how a script does, which knows single
// quotes only.
func typed(command string) string {
	command = strings.Replace(command, "go run ./cmd/sayso", "sayso", 1)
	single := false
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\'':
			single = !single
		case r == '"' && !single:
			return '\''
		}
		return r
	}, command)
}

// pattern is the regular expression of a line as a script quotes it; the blanks that align a
// table may be any number.
func pattern(line string) string {
	var b strings.Builder
	for i, field := range strings.Fields(line) {
		if i > 0 {
			b.WriteString(` +`)
		}
		for _, r := range field {
			if strings.ContainsRune(`\.+*?()|[]{}^$`, r) {
				b.WriteByte('\\')
			}
			if r == '\'' {
				b.WriteByte('\'')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}
