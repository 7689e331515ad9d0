package quadstore

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"

	"sayso/graph/quadstore/postgrestest"
)

// onPostgres names the variable that makes openMemory open databases of a server.
const onPostgres = "QUADSTORE_POSTGRES"

func emptyDatabase(t testing.TB) (at string, ok bool) {
	server := os.Getenv(onPostgres)
	if server == "" {
		return "", false
	}
	return postgrestest.At(server).Store(t), true
}

// whatHolds are the tests that say what a graph must do, whichever the engine.
var whatHolds = []string{
	"TestConformance", "TestModel", "TestBulk", "TestBulkGivenUpLeavesNothing", "TestQueriesAgreeWithMemstore", "TestReadersBesideAWriter", "TestCancelledScanStops", "TestSelect",
	"TestFailedTransactionChangesNothing", "TestLabelsTellQuadsApart", "TestNodesAreCollectedWithTheirLastQuad", "TestNoChangeIsNoCommit",
	"TestValuesKeepTheirType", "TestPrivateKeysGoWithTheirCommit", "TestClosedStoreAnswersWithAnError", "TestKilledProcessLeavesWholeBatches", "TestKilledLoadLeavesAllOrNothing",
}

func TestPostgres(t *testing.T) {
	server := postgrestest.Start(t)
	t.Run("what holds on Pebble", func(t *testing.T) { testOnPostgres(t, server) })
	t.Run("one writer", func(t *testing.T) { testOneWriter(t, server.Store(t)) })
	t.Run("newer format", func(t *testing.T) { testNewerFormat(t, server.Store(t)) })
}

func testOnPostgres(t *testing.T, server postgrestest.Server) {
	c := exec.Command(os.Args[0], "-test.v", "-test.run=^("+strings.Join(whatHolds, "|")+")$")
	c.Env = append(os.Environ(), onPostgres+"="+server.Address())
	out, err := c.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	for _, name := range whatHolds {
		if !strings.Contains(string(out), "--- PASS: "+name+" ") {
			t.Errorf("%s did not pass on PostgreSQL", name)
		}
	}
}

func testOneWriter(t *testing.T, at string) {
	if _, err := OpenExisting(at); !errors.Is(err, ErrNoStore) {
		t.Errorf("got %v", err)
	}
	first, second := openStore(t, at), openStore(t, at)
	apply(t, first, added("a", "b", "c", ""))
	if got := allQuads(t, second); len(got) != 1 {
		t.Errorf("the reader beside the writer sees %q", got)
	}
	err := second.ApplyDeltas([]graph.Delta{added("x", "b", "c", "")}, graph.IgnoreOpts{})
	var locked *LockedError
	if !errors.As(err, &locked) || !strings.Contains(err.Error(), fmt.Sprintf("is being written by sayso process %d on ", os.Getpid())) {
		t.Errorf("got %v", err)
	}
	closeStore(t, first)
	err = second.ApplyDeltas([]graph.Delta{added("x", "b", "c", "")}, graph.IgnoreOpts{})
	if !errors.Is(err, ErrChanged) {
		t.Errorf("what was read before the other's commit may be written over it: %v", err)
	}
	closeStore(t, second)
	third := openStore(t, at)
	defer closeStore(t, third)
	apply(t, third, added("x", "b", "c", ""))
}

func testNewerFormat(t *testing.T, at string) {
	qs := openStore(t, at)
	if _, err := qs.engine.(*postgresEngine).pool.Exec(t.Context(), `comment on table sayso is 'sayso, format 2'`); err != nil {
		t.Fatal(err)
	}
	closeStore(t, qs)
	_, err := Open(at)
	var version *VersionError
	if !errors.As(err, &version) || version.Found != 2 {
		t.Errorf("got %v", err)
	}
}

func TestPasswordsAreRefused(t *testing.T) {
	for at, want := range map[string]string{
		"./sayso-data":                              "",
		"postgres://me@host/db":                     "",
		"postgres://me:secret@host/db":              "postgres://me:***@host/db has a password in it, ",
		"postgres://host/db?password=secret&a=b":    "postgres://host/db?a=b&password=*** has a password in it, ",
		"postgresql://me:%zzsecret@host/db":         "the store's address is no URL",
		"postgres://me:secret@host/db?password=two": "postgres://me:***@host/db?password=*** has a password in it, ",
	} {
		err := CheckAddress(at)
		if want == "" && err != nil || want != "" && (err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "secret")) {
			t.Errorf("%s: got %v", at, err)
		}
	}
}
