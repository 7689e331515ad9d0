// Package answer turns an English question into a pattern over claims, and the pattern into answers with their evidence.
package answer
