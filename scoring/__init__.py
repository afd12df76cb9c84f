"""The method: numbers in, numbers out. No clock, no chance without a seed, no disk, no environment."""
