"""Of the figures by which the reader is judged."""
