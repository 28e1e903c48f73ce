"""``python -m graph``."""

import sys

from graph.errors import INTERRUPTED

if __name__ == "__main__":
    try:
        from graph.cli import main
    except KeyboardInterrupt:  # loading takes a second
        sys.stderr.write("interrupted\n")
        sys.exit(INTERRUPTED)
    main(prog_name="python -m graph")
