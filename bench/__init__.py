"""What Plumbline costs, measured against a bare Streamlit page in the same run (`make bench`).

Machines differ and are shared: trust the ratios, not the milliseconds. Nothing here is a test;
budgets stand beside the figures and a figure over budget is marked, never asserted.
"""
