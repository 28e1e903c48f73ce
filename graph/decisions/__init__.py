"""People's judgements of what was read: a log of decisions, and what they change.

The reader is often right and not always. Who knows better writes a line into the log; the readings stay as they were read, and
everything behind them, from the identities to the map, goes by the log. The state is what the log says from its first line to
its last: a decision is taken back by another line, never by rubbing one out.
"""

from graph.decisions.claims import RULE, Judged, judged
from graph.decisions.files import COLUMNS, ENCODING, read_log
from graph.decisions.following import Followed, follow
from graph.decisions.log import EVERY, Decision, Log, from_record
from graph.decisions.writing import TakenOver, append, take_over

__all__ = [
    "COLUMNS",
    "ENCODING",
    "EVERY",
    "RULE",
    "Decision",
    "Followed",
    "Judged",
    "Log",
    "TakenOver",
    "append",
    "follow",
    "from_record",
    "judged",
    "read_log",
    "take_over",
]
