//go:build !long

package main

const mixedArticles = 60
