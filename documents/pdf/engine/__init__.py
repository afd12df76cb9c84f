"""Type, pages, layout and drawing with ReportLab."""
