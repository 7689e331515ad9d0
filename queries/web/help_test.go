package web

import (
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// helped is the help of a server.
func helped(t *testing.T, h http.Handler, host string) string {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "/help", nil)
	r.Host = host
	w := send(h, r)
	if w.Code != http.StatusOK || strings.Contains(w.Body.String(), "{{") {
		t.Fatalf("help: %d %s", w.Code, w.Body)
	}
	return w.Body.String()
}

var curlLine = regexp.MustCompile(`^\$ curl (?:.*--data-binary '([^']*)' )?.*'http://[^/]+(/[^']*)'$`)

// TestHelpLines sends what each line of the help that calls curl would send.
func TestHelpLines(t *testing.T) {
	handler := Handler(live(t), Options{Port: port, Tokens: tokens(t)})
	lines := 0
	for line := range strings.Lines(helped(t, handler, "localhost:64210")) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "$ curl") {
			continue
		}
		lines++
		m := curlLine.FindStringSubmatch(line)
		if m == nil {
			t.Errorf("not understood: %s", line)
			continue
		}
		method := http.MethodGet
		if m[1] != "" {
			method = http.MethodPost
		}
		r := httptest.NewRequest(method, m[2], strings.NewReader(m[1]))
		r.Host = "localhost:64210"
		if w := send(handler, r, "Authorization", "Bearer "+writeToken, "Content-Type", "application/x-www-form-urlencoded"); w.Code != http.StatusOK || w.Body.Len() == 0 {
			t.Errorf("%s: %d %s", line, w.Code, w.Body)
		}
	}
	if lines < 15 {
		t.Errorf("%d lines of curl", lines)
	}
}

// TestHelpPython runs the help's Python, as far as what it imports is there.
func TestHelpPython(t *testing.T) {
	address := serving(t, live(t), Options{Tokens: tokens(t)})
	text := helped(t, Handler(live(t), Options{Port: port}), "localhost:64210")
	text = strings.ReplaceAll(text, "http://localhost:64210", address)
	for module, want := range map[string]string{"networkx": "Ida Berg | signed | letter | a:harbour | Mayor Ida Berg signed a letter", "rdflib": "Mayor Ida Berg signed a letter"} {
		t.Run(module, func(t *testing.T) {
			if err := exec.Command("python3", "-c", "import "+module).Run(); err != nil {
				t.Skip("Python has no " + module)
			}
			for block := range strings.SplitSeq(text, "```python\n") {
				script, _, _ := strings.Cut(block, "```")
				if !strings.HasPrefix(script, "import") || !strings.Contains(script, "import "+module) {
					continue
				}
				out, err := exec.Command("python3", "-c", script).CombinedOutput()
				if err != nil || !strings.Contains(string(out), want) {
					t.Errorf("%v: %s", err, out)
				}
			}
		})
	}
}
