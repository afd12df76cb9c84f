"""The screens' own room: frame, state, words on screen, errors. Streamlit lives here and in pages/."""
