"""Benchmarks against a bare Streamlit page in the same run (`make bench`).

Machines differ and are shared: compare ratios, not milliseconds. These are not tests: figures over budget are
marked, never asserted.
"""
