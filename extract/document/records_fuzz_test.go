package document

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// What encoding/csv reads without a complaint is read the same, and of anything the end is reached.
func FuzzRecords(f *testing.F) {
	f.Add("a,b\n\"c, \"\"d\"\"\",\"e\nf\"\n\n\"\",g\n")
	f.Add("a,\"b\nc,\"d\"\n\"e\n")
	f.Add("a;\"b\r\nc\";\"\"\r\n\"d\ne,\"f\"")
	f.Fuzz(func(t *testing.T, text string) {
		rows := &records{in: bufio.NewReader(strings.NewReader(text)), comma: ',', width: 2}
		var got [][]string
		for n := 0; ; n++ {
			row, _, err := rows.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if n > len(text) {
				t.Fatal("reads for ever")
			}
			if err == nil {
				got = append(got, row)
			} else if !errors.As(err, new(rowError)) {
				t.Fatal(err)
			}
		}
		strict := csv.NewReader(strings.NewReader(text))
		strict.FieldsPerRecord = -1
		want, err := strict.ReadAll()
		if err != nil || !utf8.ValidString(text) || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
			return
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}
