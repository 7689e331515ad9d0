package store

import (
	"os"
	"os/exec"
	"testing"

	"sayso/graph/quadstore/postgrestest"
)

// onPostgres names the variable that makes memory open databases of a server.
const onPostgres = "STORE_POSTGRES"

func openEmpty(t *testing.T) (*Store, error) {
	if server := os.Getenv(onPostgres); server != "" {
		return Open(postgrestest.At(server).Store(t))
	}
	return OpenMemory()
}

// What holds of a store in memory holds of one in PostgreSQL.
func TestPostgres(t *testing.T) {
	server := postgrestest.Start(t)
	c := exec.Command(os.Args[0], "-test.skip=^(TestPostgres|"+slowOnPostgres+")$")
	c.Env = append(os.Environ(), onPostgres+"="+server.Address())
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
