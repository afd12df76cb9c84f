"""What HTTP does better than Streamlit: documents, health, fonts, cookies and headers."""
