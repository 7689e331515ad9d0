package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"sayso/graph/quadstore"
	"sayso/graph/store"
)

func (p *program) backup() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE|FOLDER",
		Short: "copy the store into one file, also while it is written to",
		Long: `Backup writes all that the store holds (articles, texts, decisions, problems) into one compressed file, and reads
it back to see that it is whole. In a FOLDER that is there, the file is named by the time.

Another process may have the store and write to it: it is asked for the backup, which is of one moment.`,
		Example: `  sayso backup news.backup
  sayso restore news.backup --store ./copy`,
		Args: exactly("a FILE or FOLDER"),
		RunE: func(c *cobra.Command, args []string) error {
			name := args[0]
			info, err := os.Stat(name)
			switch {
			case err != nil:
			case info.IsDir():
				name = filepath.Join(name, "sayso-"+time.Now().UTC().Format("20060102T150405Z")+".backup")
			case !info.Mode().IsRegular():
				return usage(fmt.Errorf("%s is no regular file: a backup would take its place", name))
			}
			held, size, err := p.backupTo(c.Context(), name)
			if err == nil {
				p.say("%s, %s in %s (%d bytes)", count(held.Articles, "article"), count(int(held.Quads), "quad"), name, size)
			}
			return err
		},
	}
}

// backupTo writes the file whole, or not at all.
func (p *program) backupTo(ctx context.Context, name string) (held store.Contents, size int64, err error) {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".new-")
	if err != nil {
		return held, 0, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	err = p.writeBackup(ctx, f)
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err == nil {
		held, err = store.CheckBackup(ctx, f)
	}
	if err == nil {
		size, err = f.Seek(0, io.SeekEnd)
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return held, size, fmt.Errorf("%s: %w", name, err)
	}
	if err = os.Rename(f.Name(), name); err != nil {
		return held, size, err
	}
	return held, size, quadstore.SyncFolder(filepath.Dir(name))
}

func (p *program) writeBackup(ctx context.Context, w io.Writer) error {
	s, err := p.open()
	var locked *quadstore.LockedError
	if errors.As(err, &locked) && locked.PID != os.Getpid() {
		if other := store.BackupFrom(ctx, p.dir, w); other != nil {
			return fmt.Errorf("%w: %w", err, other)
		}
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join(s.Backup(ctx, w), s.Close())
}

func (p *program) restore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "make a store of a backup",
		Long: `Restore makes a store of a backup: the same graph, texts and decisions. The folder of --store must not hold one;
nothing stands there until all does.`,
		Example: "  sayso restore news.backup --store ./copy",
		Args:    exactly("a FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			held, err := store.Restore(c.Context(), f, p.dir)
			switch {
			case errors.Is(err, store.ErrNoBackup):
				return &quadstore.CorruptError{File: args[0], Remedy: "take another backup", Err: err}
			case errors.Is(err, fs.ErrExist):
				return usage(err)
			case err != nil:
				return fmt.Errorf("restore %s: %w", args[0], err)
			}
			p.say("%s, %s restored into %s", count(held.Articles, "article"), count(int(held.Quads), "quad"), p.dir)
			return nil
		},
	}
}
