package quadstore

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"slices"
	"sync"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
)

// postgresEngine keeps the keys in one table behind the PostgreSQL protocol. bytea is ordered by
// its bytes, so the table's primary key is all that the graph's indexes need.
type postgresEngine struct {
	*postgresState
	pool   *pgxpool.Pool
	name   string        // the address
	writer *pgxpool.Conn // the session that has the lock; nil before the first write
}

const (
	createTable = `create table if not exists sayso (key bytea primary key, value bytea not null)`
	findTable   = `select to_regclass('sayso') is not null`
	noteFormat  = `comment on table sayso is 'sayso, format %d'` // as the file FORMAT of a folder
	readFormat  = `select coalesce(obj_description('sayso'::regclass, 'pg_class'), '')`
	setPairs    = `insert into sayso (key, value) select * from unnest($1::bytea[], $2::bytea[])
		on conflict (key) do update set value = excluded.value`
	removeKeys = `delete from sayso where key = any($1::bytea[])`
	getPairs   = `select key, value from sayso where key = any($1::bytea[])`
	readPage   = `select key, value from sayso where key >= $1 and key < $2 order by key limit $3`
	readRest   = `select key, value from sayso where key >= $1 order by key limit $2`
	countKeys  = `select (select count(*) from (select 1 from sayso where key >= r.lower and key < r.upper limit r.most) found)
		from unnest($1::bytea[], $2::bytea[], $3::bigint[]) with ordinality r(lower, upper, most, place) order by r.place`
	tableSize = `select pg_total_relation_size('sayso')`
)

// mostSessions is how many connections are held at most. Each snapshot has one.
const mostSessions = 32

// openPostgres opens the store in a database. Where there is none, one is made if wanted.
func openPostgres(at string, create bool) (*QuadStore, error) {
	if err := CheckAddress(at); err != nil {
		return nil, err
	}
	config, err := pgxpool.ParseConfig(at)
	if err != nil {
		return nil, err
	}
	config.MaxConns = mostSessions
	config.ConnConfig.RuntimeParams["application_name"] = ourName()
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		return nil, err
	}
	e := &postgresEngine{postgresState: &postgresState{query: pool.Query}, pool: pool, name: at}
	if err := e.findTable(create); err != nil {
		pool.Close()
		return nil, told(err)
	}
	return on(e)
}

// told is what a user needs of an error in connecting: the server's own words, or that there is none.
func told(err error) error {
	var server *pgconn.PgError
	var dial *net.OpError
	switch {
	case errors.As(err, &server) && server.Code == noDatabase:
		return fmt.Errorf("%s: %w", server.Message, ErrNoStore)
	case errors.As(err, &server):
		return fmt.Errorf("the server says: %w", server)
	case errors.As(err, &dial):
		return fmt.Errorf("no server answers: %w", dial)
	}
	return err
}

// noDatabase is PostgreSQL's code where no database has that name.
const noDatabase = "3D000"

// ourName is how others see this process in the database.
func ourName() string {
	host, _ := os.Hostname()
	name := fmt.Sprintf("sayso process %d on %s", os.Getpid(), host)
	return name[:min(len(name), 63)]
}

func (e *postgresEngine) findTable(create bool) error {
	ctx := context.Background()
	var found bool
	if err := e.pool.QueryRow(ctx, findTable).Scan(&found); err != nil {
		return err
	}
	if !found && !create {
		return ErrNoStore
	}
	if !found {
		if err := e.create(ctx); err != nil {
			return err
		}
	}
	var note string
	if err := e.pool.QueryRow(ctx, readFormat).Scan(&note); err != nil {
		return err
	}
	n := 0
	switch _, err := fmt.Sscanf(note, "sayso, format %d", &n); {
	case err != nil:
		return fmt.Errorf("table sayso of %s is another's: %w", e.name, ErrNoStore)
	case n > format:
		return &VersionError{Dir: e.name, Found: n, Known: format}
	}
	return nil
}

// create makes the table and its stamp together, so that nobody sees the one without the other.
func (e *postgresEngine) create(ctx context.Context) error {
	return pgx.BeginFunc(ctx, e.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, createTable); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, fmt.Sprintf(noteFormat, format))
		return err
	})
}

func (e *postgresEngine) snapshot() (state, error) {
	ctx := context.Background()
	tx, err := e.pool.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return nil, err
	}
	s := &postgresState{query: tx.Query, one: true, end: func() error { return tx.Rollback(ctx) }}
	if _, err := s.get([]byte{metaKey}); err != nil { // the first query sets the state that the others see
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// estimate counts, up to where an order of two plans no longer hangs on it.
func (e *postgresEngine) estimate(part, _ span, n int64) (int64, error) {
	counts, err := e.count([]limited{{part, 1 << 14}})
	if err != nil {
		return 0, err
	}
	return min(n, int64(counts[0])), nil
}

// checkFiles leaves the files to the server, which checks its pages as it reads them.
func (e *postgresEngine) checkFiles(context.Context) error { return nil }

// spare does nothing: it is the server that remembers.
func (e *postgresEngine) spare() {}

// usage is 0 where the server does not tell, as CockroachDB does not.
func (e *postgresEngine) usage() (size uint64) {
	if err := e.pool.QueryRow(context.Background(), tableSize).Scan(&size); err != nil {
		return 0
	}
	return size
}

// PostgreSQL's codes, class XX: internal error.
var corrupted = []string{"XX001", "XX002"}

func (e *postgresEngine) damage(err error) (file string, damaged bool) {
	var told *pgconn.PgError
	return e.name, errors.As(err, &told) && slices.Contains(corrupted, told.Code)
}

func (e *postgresEngine) close() error {
	if e.writer != nil {
		e.writer.Exec(context.Background(), giveLock) // or it stays until the server sees the session end
		e.writer.Release()
	}
	e.pool.Close()
	return nil
}

// postgresState reads the table: as it is now, each query in whichever session is free, or in
// one session and transaction.
type postgresState struct {
	query func(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	one   bool       // a session takes one query at a time
	busy  sync.Mutex // held then
	end   func() error
}

// each runs a query and calls fn for each of its rows.
func (s *postgresState) each(scan []any, fn func() error, sql string, args ...any) error {
	if s.one {
		s.busy.Lock()
		defer s.busy.Unlock()
	}
	rows, err := s.query(context.Background(), sql, args...)
	if err != nil {
		return err
	}
	_, err = pgx.ForEachRow(rows, scan, fn)
	return err
}

func (s *postgresState) get(keys ...[]byte) ([][]byte, error) {
	values := make([][]byte, len(keys))
	if len(keys) == 0 {
		return values, nil
	}
	places := make(map[string][]int, len(keys))
	for i, key := range keys {
		places[string(key)] = append(places[string(key)], i)
	}
	var key, value []byte
	err := s.each([]any{&key, &value}, func() error {
		for _, i := range places[string(key)] {
			values[i] = value
		}
		return nil
	}, getPairs, keys)
	return values, err
}

func (s *postgresState) page(r span, n int, fn func(key, value []byte)) (more bool, err error) {
	sql, args := readPage, []any{append([]byte{}, r.lower...), r.upper, n + 1}
	if r.upper == nil {
		sql, args = readRest, slices.Delete(args, 1, 2)
	}
	var key, value pgtype.DriverBytes
	err = s.each([]any{&key, &value}, func() error {
		if more = n == 0; !more {
			fn(key, value)
			n--
		}
		return nil
	}, sql, args...)
	return more, err
}

func (s *postgresState) count(ranges []limited) ([]int, error) {
	lower, upper, most := make([][]byte, len(ranges)), make([][]byte, len(ranges)), make([]int64, len(ranges))
	for i, r := range ranges {
		lower[i], upper[i], most[i] = r.lower, r.upper, int64(r.limit)
	}
	counts := make([]int, 0, len(ranges))
	var n int
	err := s.each([]any{&n}, func() error {
		counts = append(counts, n)
		return nil
	}, countKeys, lower, upper, most)
	return counts, err
}

func (s *postgresState) far() bool { return true }

func (s *postgresState) close() error { return s.end() }
