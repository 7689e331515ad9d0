package sparql

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// function is one that a query can call by its name.
type function struct {
	least, most int // arguments; most is negative for any number
	apply       func(r *run, v []quad.Value) (quad.Value, error)
}

func (f function) arity() string {
	switch {
	case f.most < 0:
		return fmt.Sprintf("at least %d arguments", f.least)
	case f.least == f.most && f.least == 1:
		return "1 argument"
	case f.least == f.most:
		return fmt.Sprintf("%d arguments", f.least)
	}
	return fmt.Sprintf("%d to %d arguments", f.least, f.most)
}

// functions are all of section 17.4 but the aggregates. Those with no apply do not evaluate
// all their arguments first, see compiler.call.
var functions = map[string]function{
	"BOUND": {1, 1, nil}, "IF": {3, 3, nil}, "COALESCE": {0, -1, nil}, "REGEX": {2, 3, nil}, "REPLACE": {3, 4, nil},

	"SAMETERM": {2, 2, sameTerm}, "ISIRI": {1, 1, isIRI}, "ISURI": {1, 1, isIRI}, "ISBLANK": {1, 1, isBlank},
	"ISLITERAL": {1, 1, isLiteralValue}, "ISNUMERIC": {1, 1, isNumeric}, "STR": {1, 1, str}, "LANG": {1, 1, lang},
	"LANGMATCHES": {2, 2, langMatches}, "DATATYPE": {1, 1, datatype}, "IRI": {1, 1, makeIRI}, "URI": {1, 1, makeIRI},
	"BNODE": {0, 1, makeBlank}, "STRDT": {2, 2, withDatatype}, "STRLANG": {2, 2, withLanguage},
	"UUID": {0, 0, uuidIRI}, "STRUUID": {0, 0, uuidText},

	"STRLEN": {1, 1, strlen}, "SUBSTR": {2, 3, substr}, "UCASE": {1, 1, changed(strings.ToUpper)}, "LCASE": {1, 1, changed(strings.ToLower)},
	"STRSTARTS": {2, 2, tested(strings.HasPrefix)}, "STRENDS": {2, 2, tested(strings.HasSuffix)}, "CONTAINS": {2, 2, tested(strings.Contains)},
	"STRBEFORE": {2, 2, before}, "STRAFTER": {2, 2, after}, "ENCODE_FOR_URI": {1, 1, encodeForURI}, "CONCAT": {0, -1, concat},

	"ABS": {1, 1, rounding(absolute)}, "ROUND": {1, 1, rounding(roundHalfUp)}, "CEIL": {1, 1, rounding(ceiling)}, "FLOOR": {1, 1, rounding(floor)},
	"RAND": {0, 0, random},

	"NOW": {0, 0, now}, "YEAR": {1, 1, year}, "MONTH": {1, 1, month}, "DAY": {1, 1, day}, "HOURS": {1, 1, hours},
	"MINUTES": {1, 1, minutes}, "SECONDS": {1, 1, seconds}, "TIMEZONE": {1, 1, timezone}, "TZ": {1, 1, tz},

	"MD5": {1, 1, hashed(md5Hex)}, "SHA1": {1, 1, hashed(sha1Hex)}, "SHA256": {1, 1, hashed(sha256Hex)},
	"SHA384": {1, 1, hashed(sha384Hex)}, "SHA512": {1, 1, hashed(sha512Hex)},
}
