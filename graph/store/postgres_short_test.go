//go:build !long

package store

// slowOnPostgres are tests of thousands of round trips, for -tags long.
const slowOnPostgres = "TestUndoGivesTheGraphBack|TestOrderDoesNotShow|TestPreviewTellsWhatChanges|TestLoadStopsAtABadQuad"
