"""Whether a thing is there or to come."""
