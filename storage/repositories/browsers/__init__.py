"""What is stored of browsers: what each may open, and how often one tried."""
