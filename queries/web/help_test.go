package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/queries/mcp"
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

// TestHelpAssistant pipes what the help types into the tools for assistants, and looks for what it shows in the answer.
func TestHelpAssistant(t *testing.T) {
	g := live(t)
	_, text, _ := strings.Cut(helped(t, Handler(g, Options{Port: port}), "localhost:64210"), "\n## An assistant\n")
	_, typed, _ := strings.Cut(text, "$ printf '%s\\n' ")
	typed, shown, _ := strings.Cut(typed, " | sayso mcp ")
	_, shown, _ = strings.Cut(shown, "```json\n")
	shown, _, _ = strings.Cut(shown, "```")
	var out bytes.Buffer
	in := strings.ReplaceAll(strings.Trim(typed, "'"), "' '", "\n") + "\n"
	if err := mcp.Serve(t.Context(), strings.NewReader(in), &out, g, mcp.Options{Log: t.Output()}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	var got struct {
		Result struct {
			StructuredContent map[string]any `json:"structuredContent"`
		} `json:"result"`
	}
	want := map[string]any{}
	if err := errors.Join(json.Unmarshal([]byte(lines[len(lines)-1]), &got), json.Unmarshal([]byte(shown), &want)); err != nil {
		t.Fatal(err)
	}
	if len(want) == 0 {
		t.Error("the help shows no answer")
	}
	for name, part := range want {
		if diff := cmp.Diff(part, got.Result.StructuredContent[name]); diff != "" {
			t.Errorf("%s: the help shows -, the tool says +: %s", name, diff)
		}
	}
}

// sortedLines are for what has no order of its own.
func sortedLines(text string) string {
	return strings.Join(slices.Sorted(strings.Lines(strings.TrimSpace(text)+"\n")), "")
}
