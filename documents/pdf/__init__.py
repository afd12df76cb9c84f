"""The playbook as a PDF (ReportLab). Reads the frozen report and nothing else."""

from documents.pdf.render import render_playbook

__all__ = ["render_playbook"]
