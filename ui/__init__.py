"""The user interface in Streamlit: frame, session, building blocks, screens, errors."""
