"""How a report is handed over: each module reads `report` and nothing else."""
