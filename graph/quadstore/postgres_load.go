package quadstore

import (
	"bytes"
	"context"

	"github.com/jackc/pgx/v5"
)

// copySize is how many keys one COPY brings.
const copySize = 50_000

// load copies the runs into the table in one transaction.
func (e *postgresEngine) load(held []byte, runs []stream, meta func() []byte) error {
	return e.write(held, func(ctx context.Context, tx pgx.Tx) error {
		c := &copier{ctx: ctx, tx: tx}
		for _, r := range runs {
			if err := r(c.put); err != nil {
				return err
			}
		}
		if err := c.flush(); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, setPairs, [][]byte{{metaKey}}, [][]byte{meta()})
		return err
	})
}

// copier gathers keys for COPY.
type copier struct {
	ctx  context.Context
	tx   pgx.Tx
	rows [][]any
}

func (c *copier) put(key, value []byte) error {
	c.rows = append(c.rows, []any{bytes.Clone(key), append([]byte{}, value...)})
	if len(c.rows) < copySize {
		return nil
	}
	return c.flush()
}

func (c *copier) flush() error {
	_, err := c.tx.CopyFrom(c.ctx, pgx.Identifier{"sayso"}, []string{"key", "value"}, pgx.CopyFromRows(c.rows))
	c.rows = c.rows[:0]
	return err
}
