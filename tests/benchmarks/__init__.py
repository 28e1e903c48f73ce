"""Tests of the benchmarks: that each starts."""
