"""Breaking the product on purpose, with counts: `make torture` in full, `test_torture.py` in short."""
