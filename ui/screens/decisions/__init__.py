"""Pilot register, decision map and outcome ranking."""
