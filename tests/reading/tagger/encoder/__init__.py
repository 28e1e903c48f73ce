"""The encoder, on a tiny one made for it and on the package's."""
