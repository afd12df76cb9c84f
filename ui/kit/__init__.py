"""Building blocks of screens: text, HTML, inputs, fragments and editing in place."""
