package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A broken object costs itself, however many there are and however long the lines are, in a list and in an array.
func TestBrokenJSON(t *testing.T) {
	const objects = 40
	for _, size := range []int{1, 60, 1400, 8000, 70_000} {
		var lines, want []string
		for n := 1; n <= objects; n++ {
			said, line := "<nil>", fmt.Sprintf(`{"text":"%s"}`, strings.Repeat("a ", size/2+1))
			if n%7 == 3 || n%7 == 4 {
				said, line = "broken", strings.Replace(line, `"}`, "", 1)
			}
			lines, want = append(lines, line), append(want, fmt.Sprint(n, " ", said))
		}
		for kind, text := range map[string]string{
			"list":  strings.Join(lines, "\n"),
			"CRLF":  strings.Join(lines, "\r\n") + "\r\n",
			"array": "[\n" + strings.Join(lines, ",\n") + "\n]\n",
		} {
			if diff := cmp.Diff(want, readJSON(text)); diff != "" {
				t.Errorf("%s of %d bytes a line: %s", kind, size, diff)
			}
		}
	}
}

// What is no object at all costs nothing but itself, too.
func TestBrokenJSONBetweenObjects(t *testing.T) {
	const text = `{"text":"One."}
oops
{"text":"Two."}
oops

{
  "text": "Three."
}
{"text":"Four."} {"text":"Five."}
`
	want := []string{"1 <nil>", "2 broken", "3 <nil>", "4 broken", "5 <nil>", "6 <nil>", "7 <nil>"}
	if diff := cmp.Diff(want, readJSON(text)); diff != "" {
		t.Error(diff)
	}
}

// An editor's byte order mark costs no line.
func TestMarkedJSON(t *testing.T) {
	want := []string{"1 <nil>", "2 broken", "3 <nil>"}
	if diff := cmp.Diff(want, readJSON("\ufeff{\"text\":\"One.\"}\noops\n{\"text\":\"Two.\"}\n")); diff != "" {
		t.Error(diff)
	}
}

// readJSON gives the places of a file's articles and what came of each.
func readJSON(text string) (got []string) {
	Each("a.ndjson", strings.NewReader(text), all(func(r Raw, err error) bool {
		if err != nil && strings.Contains(err.Error(), "is broken JSON") {
			err = fmt.Errorf("broken")
		}
		got = append(got, fmt.Sprint(r.Path, " ", err))
		return true
	}))
	return got
}
