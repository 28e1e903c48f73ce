"""Tests of the first wing."""
