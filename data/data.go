// Package data embeds what the program ships with: the trained models and the sample articles.
package data

import "embed"

// Models holds the trained model files and their cards, under models/.
//
//go:embed models
var Models embed.FS

// Articles holds the five sample articles and their metadata.csv, under articles/.
//
//go:embed articles
var Articles embed.FS

// Questions are what the demonstration asks of the sample articles, one a line.
//
//go:embed questions.txt
var Questions string
