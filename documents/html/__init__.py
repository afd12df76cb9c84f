"""The playbook as one HTML file: the same pieces as the PDF, drawn by another painter."""
