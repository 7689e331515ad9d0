package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"time"

	"sayso/graph/format"
)

// unpack bounds the body of a request: as it comes, as it is unpacked, and how much more the one is than the other.
func unpack(w http.ResponseWriter, r *http.Request, most int64) error {
	r.Body = http.MaxBytesReader(w, r.Body, most)
	switch r.Header.Get("Content-Encoding") {
	case "", "identity":
		return nil
	case "gzip":
	default:
		return fail(http.StatusUnsupportedMediaType, "a body may be packed with gzip, or not at all")
	}
	plain, err := format.Unpack(r.Body)
	if err != nil {
		return fail(http.StatusBadRequest, "%v", err)
	}
	r.Body = http.MaxBytesReader(w, io.NopCloser(plain), most)
	return nil
}

// response knows whether an answer has begun, and gives one that goes on its time.
type response struct {
	http.ResponseWriter
	status int
	pause  time.Duration // how long it may stand still; 0 for the whole of it
}

func (w *response) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *response) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	if w.pause > 0 {
		w.extend(w.pause)
	}
	return w.ResponseWriter.Write(p)
}

// extend is of no use to a recorder, and then of no harm.
func (w *response) extend(d time.Duration) {
	_ = http.NewResponseController(w.ResponseWriter).SetWriteDeadline(time.Now().Add(d))
}

func (w *response) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }

// packed is a response that is packed as it is written.
type packed struct {
	*response
	z     *gzip.Writer
	begun bool
	plain bool
}

func (w *packed) WriteHeader(status int) {
	w.begin(status)
	w.response.WriteHeader(status)
}

// begin decides by the status: an answer that has no body is not packed.
func (w *packed) begin(status int) {
	if w.begun {
		return
	}
	w.begun = true
	if w.plain = status == http.StatusNoContent || status == http.StatusNotModified || w.Header().Get("Content-Encoding") != ""; w.plain {
		return
	}
	w.Header().Set("Content-Encoding", "gzip")
	w.Header().Del("Content-Length")
	w.z.Reset(w.response)
}

func (w *packed) Write(p []byte) (int, error) {
	w.begin(http.StatusOK)
	if w.plain {
		return w.response.Write(p)
	}
	return w.z.Write(p)
}

func (w *packed) Flush() {
	if w.begun && !w.plain {
		_ = w.z.Flush()
	}
	w.response.Flush()
}

func (w *packed) close() error {
	if !w.begun || w.plain {
		return nil
	}
	return w.z.Close()
}
