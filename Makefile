# One environment of its own, in .venv, from the locked dependencies.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: install run test lint bench lock clean

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml hatch_build.py $(shell find app/locale -name '*.po' 2>/dev/null)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: install
	$(BIN)/visavis $(if $(CORPUS),-C "$(CORPUS)")

test: install
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

bench: install
	$(BIN)/python -m bench

# Needs uv; rewrites requirements.lock from pyproject.toml.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --quiet -o requirements.lock

clean:
	rm -rf .venv
