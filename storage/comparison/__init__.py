"""The anonymous comparison of organisations: cohorts, contributors, tallies."""
