package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// While a store is served, a command that cannot have it names the address that answers the same, which does.
func TestInsteadOfCommands(t *testing.T) {
	s := serveArticles(t, "../../data/articles/003.txt")
	t.Setenv("SAYSO_STORE", s.dir)
	script := filepath.Join(t.TempDir(), "q.js")
	lay(t, script, `g.V("Marco Rubio").All()`)
	client := &http.Client{}
	for _, args := range [][]string{
		{"ask", "Who ordered the suspension of intelligence sharing?"}, {"show", "Marco Rubio"}, {"stats"},
		{"path", "Rubio", "Trump"}, {"conflicts"}, {"conflicts", "Rubio"}, {"timeline", "Rubio", "--relation", "say"}, {"compare", "003", "003"}, {"why", "003/1"},
		{"run", "who_did_what", "--param", "who=Marco Rubio"}, {"queries", "who_met_whom"}, {"export", "--format", "gexf"}, {"article", "003"}, {"entities", "Ru"},
		{"query", `g.V("Marco Rubio").All()`}, {"query", script}, {"query", "--lang", "sparql", "ASK { ?a ?b ?c }"},
	} {
		_, said := typing(t, exitLocked, args...)
		_, path, ok := strings.Cut(strings.TrimSuffix(strings.TrimSpace(said), "'"), "'"+s.url)
		c := call{path: path}
		if strings.Contains(said, "--data-binary '@"+script+"'") {
			c.body = `g.V("Marco Rubio").All()`
		}
		if status, body, err := c.do(client, s.url); !ok || err != nil || status != http.StatusOK || len(body) < 20 {
			t.Errorf("%s says %s%d %v %.200s", args, said, status, err, body)
		}
	}
	for name, want := range map[string]string{
		"ask -": "for sayso ask, stop the server (kill ", "mcp": "stop the server (kill ", "verify": "or use a copy: sayso backup", "build ../../data/articles": "for sayso build, stop the server (kill ",
		"load ../../README.md": "/api/v2/write'", "merge e:A e:B": "-d 'same e:A e:B'", "undo": "/identity/undo'", "remove 003": "stop the server", "entities --candidates": "stop the server",
	} {
		if _, said := typing(t, exitLocked, strings.Fields(name)...); !strings.Contains(said, want) || !strings.Contains(said, "which serves it at "+s.url) {
			t.Errorf("%s says %q, want %q", name, said, want)
		}
	}
	taken := strings.TrimPrefix(s.url, "http://")
	if _, said := typing(t, exitUsage, "serve", "--address", taken); !strings.Contains(said, "another process listens on "+taken+"; give another address, such as --address ") {
		t.Errorf("serve at an address that is taken says %q", said)
	}
	s.stop(t)
}
