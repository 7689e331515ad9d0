package store

import (
	"bytes"
	"context"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// FuzzReadBackup reads any file as a backup, packed as it is or by us, and fails only by saying so.
func FuzzReadBackup(f *testing.F) {
	s, err := OpenMemory()
	if err != nil {
		f.Fatal(err)
	}
	defer s.Close()
	if _, err := s.AddExtracts(context.Background(), extracts(random(3), 2)); err != nil {
		f.Fatal(err)
	}
	var whole bytes.Buffer
	if err := s.Backup(context.Background(), &whole); err != nil {
		f.Fatal(err)
	}
	unzip, err := zstd.NewReader(nil)
	if err != nil {
		f.Fatal(err)
	}
	plain, err := unzip.DecodeAll(whole.Bytes(), nil)
	if err != nil {
		f.Fatal(err)
	}
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole.Bytes(), false)
	f.Add(plain, true)
	f.Add([]byte(backupHead+"q\xff\xff\xff\x7f"), true)
	f.Fuzz(func(t *testing.T, data []byte, pack bool) {
		if pack {
			data = zip.EncodeAll(data, nil)
		}
		_, err := readBackup(context.Background(), bytes.NewReader(data), func(kind byte, part []byte) error {
			if kind != quadPart {
				return nil
			}
			_, err := quadOf(part)
			return err
		})
		if err != nil && err.Error() == "" {
			t.Error("an error of no words")
		}
	})
}
