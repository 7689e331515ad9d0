//go:build unix

package postgrestest

import (
	"net/url"
	"os"
	"testing"
)

// With the test ends the server, also while somebody is connected, and nothing of it stays.
func TestServerLeavesNothing(t *testing.T) {
	var s Server
	t.Run("a test", func(t *testing.T) {
		s = Start(t)
		s.Store(t)
	})
	if s.Address() == "" {
		t.Skip("no PostgreSQL here")
	}
	address, err := url.Parse(s.Address())
	if err != nil {
		t.Fatal(err)
	}
	if dir := address.Query().Get("host"); !isGone(dir) {
		t.Errorf("%s is still there", dir)
	}
	if err := s.exec("select 1"); err == nil {
		t.Error("the server still runs")
	}
}

func isGone(dir string) bool {
	_, err := os.Stat(dir)
	return os.IsNotExist(err)
}
