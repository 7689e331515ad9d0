package web

import (
	"context"
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// npm makes sure that the packages are there which a test runs.
func npm(t *testing.T) {
	t.Helper()
	if _, err := os.Stat("testdata/npm/node_modules"); err != nil {
		t.Skip("the npm packages are not there: .ci/npm installs them")
	}
}

// serving serves a graph on this machine and returns the address.
func serving(t *testing.T, g Graph, o Options) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	var l net.Listener
	l, _, err := Listen(ctx, "127.0.0.1:0", nil)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- Serve(ctx, l, g, o) }()
	t.Cleanup(func() {
		stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}

// TestNpmCayley calls everything with Cayley's client of npm, and with what pyley sends.
func TestNpmCayley(t *testing.T) {
	npm(t)
	address := serving(t, live(t), Options{Tokens: tokens(t)})
	node := exec.Command("node", "cayley.cjs", address, writeToken)
	node.Dir = "testdata/npm"
	out, err := node.CombinedOutput()
	if err != nil || !strings.Contains(string(out), " calls") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestNpmOpenAPI holds the OpenAPI document against the rules of Redocly.
func TestNpmOpenAPI(t *testing.T) {
	npm(t)
	text, err := json.Marshal(describe(newServer(nil, Options{}).table))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "openapi.json")
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
	lint := exec.Command("node", "node_modules/.bin/redocly", "lint", "--config", "redocly.yaml", "--format", "stylish", name)
	lint.Dir = "testdata/npm"
	lint.Env = append(os.Environ(), "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true", "NO_COLOR=1")
	out, err := lint.CombinedOutput()
	if err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
