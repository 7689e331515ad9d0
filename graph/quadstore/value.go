package quadstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/cayleygraph/quad"
)

// The first byte of a value as it is kept.
const (
	kindIRI    = 'i'
	kindBNode  = 'b'
	kindString = 's'
	kindTyped  = 't'
	kindLang   = 'l'
	kindInt    = 'n'
	kindFloat  = 'f'
	kindBool   = 'o'
	kindTime   = 'd'
)

var errValue = errors.New("value does not decode")

// hashOf is the hash under which a value is found. It is quad.HashOf, but for
// times, of which that one drops what is below a second.
func hashOf(v quad.Value) (h [quad.HashSize]byte) {
	if t, ok := v.(quad.Time); ok && time.Time(t).Nanosecond() != 0 {
		v = quad.TypedString{
			Value: quad.String(time.Time(t).UTC().Format(time.RFC3339Nano)),
			Type:  t.TypedString().Type,
		}
	}
	quad.HashTo(v, h[:])
	return h
}

// encode keeps a value with its exact type.
func encode(v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return tagged(kindIRI, string(v)), nil
	case quad.BNode:
		return tagged(kindBNode, string(v)), nil
	case quad.String:
		return tagged(kindString, string(v)), nil
	case quad.TypedString:
		return append(prefixed(kindTyped, string(v.Type)), v.Value...), nil
	case quad.LangString:
		return append(prefixed(kindLang, v.Lang), v.Value...), nil
	case quad.Int:
		return binary.BigEndian.AppendUint64([]byte{kindInt}, uint64(v)), nil
	case quad.Float:
		return binary.BigEndian.AppendUint64([]byte{kindFloat}, math.Float64bits(float64(v))), nil
	case quad.Bool:
		if v {
			return []byte{kindBool, 1}, nil
		}
		return []byte{kindBool, 0}, nil
	case quad.Time:
		t := time.Time(v)
		b := binary.BigEndian.AppendUint64([]byte{kindTime}, uint64(t.Unix()))
		return binary.BigEndian.AppendUint32(b, uint32(t.Nanosecond())), nil
	}
	return nil, fmt.Errorf("value of type %T cannot be kept", v)
}

func tagged(kind byte, s string) []byte {
	return append([]byte{kind}, s...)
}

func prefixed(kind byte, s string) []byte {
	return append(binary.AppendUvarint([]byte{kind}, uint64(len(s))), s...)
}

// decode is the inverse of encode.
func decode(b []byte) (quad.Value, error) {
	if len(b) == 0 {
		return nil, errValue
	}
	kind, b := b[0], b[1:]
	switch kind {
	case kindIRI:
		return quad.IRI(b), nil
	case kindBNode:
		return quad.BNode(b), nil
	case kindString:
		return quad.String(b), nil
	case kindTyped, kindLang:
		return decodeQualified(kind, b)
	case kindBool:
		if len(b) == 1 {
			return quad.Bool(b[0] == 1), nil
		}
	case kindInt, kindFloat:
		if len(b) == 8 {
			return decodeNumber(kind, binary.BigEndian.Uint64(b)), nil
		}
	case kindTime:
		if len(b) == 12 {
			seconds, nanos := binary.BigEndian.Uint64(b), binary.BigEndian.Uint32(b[8:])
			return quad.Time(time.Unix(int64(seconds), int64(nanos)).UTC()), nil
		}
	}
	return nil, errValue
}

func decodeNumber(kind byte, bits uint64) quad.Value {
	if kind == kindInt {
		return quad.Int(bits)
	}
	return quad.Float(math.Float64frombits(bits))
}

func decodeQualified(kind byte, b []byte) (quad.Value, error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) {
		return nil, errValue
	}
	qualifier, value := string(b[n:n+int(size)]), quad.String(b[n+int(size):])
	if kind == kindLang {
		return quad.LangString{Value: value, Lang: qualifier}, nil
	}
	return quad.TypedString{Value: value, Type: quad.IRI(qualifier)}, nil
}
