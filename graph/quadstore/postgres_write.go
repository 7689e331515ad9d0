package quadstore

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"syscall"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// lockClass is the first half of the advisory lock of a store; the table's oid is the second.
const lockClass = 0x7361_7973

const (
	takeLock   = `select pg_try_advisory_lock($1::int, 'sayso'::regclass::oid::int)`
	giveLock   = `select pg_advisory_unlock_all()`
	lockHolder = `select a.pid, coalesce(a.application_name, ''), coalesce(to_char(a.backend_start, 'HH24:MI'), '?')
		from pg_locks l join pg_stat_activity a using (pid)
		where l.locktype = 'advisory' and l.granted and l.classid::bigint = $1 and l.objid = 'sayso'::regclass::oid
			and l.database = (select oid from pg_database where datname = current_database())`
	readMeta = `select value from sayso where key = $1 for update`
)

// lock makes this the one that writes, until it is closed. It lets others read.
func (e *postgresEngine) lock() error {
	if e.writer != nil {
		return nil
	}
	ctx := context.Background()
	session, err := e.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	var got bool
	if err := session.QueryRow(ctx, takeLock, lockClass).Scan(&got); err != nil || !got {
		if err == nil {
			err = e.locked(ctx, session)
		}
		session.Release()
		return err
	}
	e.writer = session
	return nil
}

// locked names the session that writes.
func (e *postgresEngine) locked(ctx context.Context, session *pgxpool.Conn) error {
	var pid int
	var name, since string
	err := session.QueryRow(ctx, lockHolder, lockClass).Scan(&pid, &name, &since)
	if errors.Is(err, pgx.ErrNoRows) {
		return &LockedError{Dir: e.name, By: "another session, which has just ended; try again"}
	}
	if err != nil {
		return err
	}
	return &LockedError{Dir: e.name, By: fmt.Sprintf("%s (session %d of the server, since %s)", cmp.Or(name, "another program"), pid, since)}
}

// commit writes in the session that has the lock, so that who has lost the lock cannot write. Where a
// server keeps no advisory locks, the counts that were read before tell whether somebody else has written.
func (e *postgresEngine) commit(held []byte, fill func(writable) error) error {
	b := new(postgresBatch)
	if err := fill(b); err != nil {
		return err
	}
	return e.write(held, func(ctx context.Context, tx pgx.Tx) error {
		return tx.SendBatch(ctx, b.statements()).Close()
	})
}

// write runs fn in a transaction, if nobody else has written.
func (e *postgresEngine) write(held []byte, fn func(context.Context, pgx.Tx) error) error {
	ctx := context.Background()
	err := pgx.BeginFunc(ctx, e.writer, func(tx pgx.Tx) error {
		var now []byte
		err := tx.QueryRow(ctx, readMeta, []byte{metaKey}).Scan(&now)
		if err != nil && !errors.Is(err, pgx.ErrNoRows) {
			return err
		}
		if !bytes.Equal(now, held) {
			return ErrChanged
		}
		return fn(ctx, tx)
	})
	return e.failure(err)
}

// failure tells what else an error of a commit is: a full disk, or the end of the session, after
// which nobody knows whether the commit was made.
func (e *postgresEngine) failure(err error) error {
	var told *pgconn.PgError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &told) && told.Code == "53100":
		return fmt.Errorf("%w: %w", err, syscall.ENOSPC)
	case e.writer.Conn().IsClosed():
		return fmt.Errorf("%w: %w", err, errLost)
	}
	return err
}

// postgresBatch holds what a commit writes until all of it is known.
type postgresBatch struct{ pairs []Pair }

func (b *postgresBatch) set(key, value []byte) error {
	b.pairs = append(b.pairs, Pair{bytes.Clone(key), append([]byte{}, value...)})
	return nil
}

func (b *postgresBatch) remove(key []byte) error {
	b.pairs = append(b.pairs, Pair{Key: bytes.Clone(key)})
	return nil
}

// statementSize is how many keys one statement writes.
const statementSize = 10_000

// statements write the pairs, sorted, and of those with the same key the last.
func (b *postgresBatch) statements() *pgx.Batch {
	slices.SortStableFunc(b.pairs, func(a, b Pair) int { return bytes.Compare(a.Key, b.Key) })
	var set, removed, values [][]byte
	for i, p := range b.pairs {
		switch {
		case i+1 < len(b.pairs) && bytes.Equal(p.Key, b.pairs[i+1].Key):
		case p.Value == nil:
			removed = append(removed, p.Key)
		default:
			set, values = append(set, p.Key), append(values, p.Value)
		}
	}
	all := new(pgx.Batch)
	for start := 0; start < len(removed); start += statementSize {
		all.Queue(removeKeys, removed[start:min(start+statementSize, len(removed))])
	}
	for start := 0; start < len(set); start += statementSize {
		end := min(start+statementSize, len(set))
		all.Queue(setPairs, set[start:end], values[start:end])
	}
	return all
}
