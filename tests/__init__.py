"""Tests, in the order of the source tree."""

import os

# Two workers with two threads each would wait for one another; numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
