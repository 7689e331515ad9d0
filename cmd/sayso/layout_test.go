package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// packages is the architecture: each may import only those above it.
var packages = []string{
	"data",
	"graph",
	"graph/quadstore/postgrestest",
	"graph/quadstore",
	"graph/identity",
	"graph/store",
	"graph/format",
	"extract/document",
	"extract/timex",
	"extract/tensor",
	"extract/neural",
	"extract/parse",
	"extract/claim",
	"extract/entity",
	"extract/origin",
	"extract",
	"extract/eval",
	"queries",
	"queries/sandbox",
	"queries/sparql",
	"queries/answer",
	"queries/analysis",
	"queries/mcp",
	"queries/web",
	"cmd/sayso",
}

// doors are the only packages that may import what stands behind the prefix.
var doors = []struct {
	prefix  string
	allowed []string
}{
	{"github.com/cayleygraph/cayley", []string{"graph/quadstore", "graph/store", "graph/format", "queries", "queries/sandbox"}},
	{"github.com/cockroachdb/pebble", []string{"graph/quadstore", "graph/store"}},
	{"github.com/jackc/pgx", []string{"graph/quadstore", "graph/quadstore/postgrestest"}},
	{"github.com/dop251/goja", []string{"queries"}},
	{"github.com/modelcontextprotocol/go-sdk", []string{"queries/mcp"}},
	{"github.com/spf13/cobra", []string{"cmd/sayso"}},
	{"net/http", []string{"queries/web", "cmd/sayso"}},
}

// topLevel is what may be tracked at the root, beside dot-files.
var topLevel = []string{
	"cmd", "graph", "extract", "queries", "data",
	"go.mod", "go.sum", "README.md", "LICENSE", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md",
}

func TestImportsPointLeft(t *testing.T) {
	seen := make(map[string]bool)
	for file, imports := range sources(t) {
		pkg := path.Dir(file)
		seen[pkg] = true
		rank := slices.Index(packages, pkg)
		if rank < 0 {
			t.Errorf("%s: package %s is not on the map in layout_test.go", file, pkg)
			continue
		}
		for _, imported := range imports {
			inside, ok := strings.CutPrefix(imported, "sayso/")
			if ok && inside != pkg && !slices.Contains(packages[:rank], inside) {
				t.Errorf("%s: imports %s, which is not to its left", file, inside)
			}
		}
	}
	for _, pkg := range packages {
		if !seen[pkg] {
			t.Errorf("package %s is on the map and has no source file", pkg)
		}
	}
}

func TestDoors(t *testing.T) {
	for file, imports := range sources(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, imported := range imports {
			for _, door := range doors {
				if strings.HasPrefix(imported, door.prefix) && !slices.Contains(door.allowed, path.Dir(file)) {
					t.Errorf("%s: imports %s, which only %v may", file, imported, door.allowed)
				}
			}
		}
	}
}

func TestTopLevel(t *testing.T) {
	out, err := exec.Command("git", "-C", "../..", "ls-tree", "--name-only", "HEAD").Output()
	if err != nil {
		t.Skip("not a git checkout")
	}
	for _, name := range strings.Fields(string(out)) {
		if !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) {
			t.Errorf("%s stands at the top level and is not on the list", name)
		}
	}
}

// ownModule tells a folder with a module of its own: graph/quadstore/peers, which compares us with others.
func ownModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// sources gives the imports of each Go file of the module, by its slash path from the root.
// It reads the files itself, so that the test cache notices when one changes.
func sources(t *testing.T) map[string][]string {
	t.Helper()
	files := make(map[string][]string)
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "../.." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || ownModule(name)) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, spec := range parsed.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			imports = append(imports, imported)
		}
		rel, _ := filepath.Rel("../..", name)
		files[filepath.ToSlash(rel)] = imports
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < len(packages) {
		t.Fatalf("found %d Go files: the walk looks in the wrong place", len(files))
	}
	return files
}
