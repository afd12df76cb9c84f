"""Reports on stored assessments: results, history, comparison, documents."""
