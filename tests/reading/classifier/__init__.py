"""The classifier: on small weights made for it and on those of the repository."""
