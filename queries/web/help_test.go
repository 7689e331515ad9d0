package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"regexp"
	"slices"
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

var curlLine = regexp.MustCompile(`^\$ curl (?:.*--data-(?:binary|urlencode) '([^']*)' )?.*'http://[^/]+(/[^']*)'$`)

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
		body := m[1]
		if query, isForm := strings.CutPrefix(body, "query="); isForm {
			body = "query=" + url.QueryEscape(query)
		}
		r := httptest.NewRequest(method, m[2], strings.NewReader(body))
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
	for module := range strings.FieldsSeq("networkx rdflib") {
		t.Run(module, func(t *testing.T) {
			if err := exec.Command("python3", "-c", "import "+module).Run(); err != nil {
				t.Skip("Python has no " + module)
			}
			for block := range strings.SplitSeq(text, "```python\n") {
				script, after, _ := strings.Cut(block, "```")
				if !strings.HasPrefix(script, "import") || !strings.Contains(script, "import "+module) {
					continue
				}
				_, after, _ = strings.Cut(after, "```text\n")
				want, _, _ := strings.Cut(after, "```")
				out, err := exec.Command("python3", "-c", script).CombinedOutput()
				if err != nil || sortedLines(string(out)) != sortedLines(want) {
					t.Errorf("%v: got\n%s\nwant\n%s", err, out, want)
				}
			}
		})
	}
}

// sortedLines are for what has no order of its own.
func sortedLines(text string) string {
	return strings.Join(slices.Sorted(strings.Lines(strings.TrimSpace(text)+"\n")), "")
}
