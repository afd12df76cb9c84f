"""An attacker who looks at everything a room publishes, keeps it all and compares every pair."""
