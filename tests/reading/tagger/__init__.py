"""Tests of the learned part."""
