package document

import (
	"archive/tar"
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// harmed says what the error of a reader of files means, and what helps.
func harmed(err error) error {
	var packed flate.CorruptInputError
	var lettered base64.CorruptInputError
	var markup *xml.SyntaxError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("is cut off (%w): fetch it again", err)
	case errors.As(err, &lettered):
		return fmt.Errorf("its base64 is damaged (%w): fetch or save it again", err)
	case errors.As(err, &markup):
		return fmt.Errorf("is damaged or cut off (line %d: %s): fetch or save it again", markup.Line, markup.Msg)
	case errors.As(err, &packed), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, tar.ErrHeader),
		errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum):
		return fmt.Errorf("is damaged (%w): fetch it again", err)
	case errors.Is(err, zip.ErrAlgorithm):
		return fmt.Errorf("is packed in a way that is not known (%w): pack it again, or unpack it", err)
	}
	return err
}
