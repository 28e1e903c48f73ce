"""A reply's flow to its mentions: a room a kind of cue; :mod:`graph.reading.mentions.finding` asks them all."""
