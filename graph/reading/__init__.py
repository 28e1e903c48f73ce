"""The first wing: one reply at a time, a file in and a reading out, nothing remembered between two replies.

What reads is :mod:`graph.reading.reader`; its lexicons and weights are loaded by those alone that ask for it.
"""
