"""The anonymous benchmark of organisations: results, published cohorts, contributors, tallies."""
