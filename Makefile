# Tasks of a working day. Needs Python 3.11 or newer, make and git; everything else goes into .venv/.
PYTHON ?= python3
BIN := .venv/bin
export HF_HUB_OFFLINE := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint types unit docs reports quality bench build lock clean

help:  ## list the tasks
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

.venv/run.stamp: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --requirement requirements-dev.txt
	@touch $@

demo: .venv/run.stamp  ## compare the two seed articles; write every format into reports/
	$(BIN)/python docs/regenerate.py
	$(BIN)/claimcompare diff seeds

test: lint types unit docs quality  ## everything that must hold before a change lands

lint: .venv/test.stamp  ## linter and format check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/oxlint compare/report/html

types: .venv/test.stamp  ## strict type check
	$(BIN)/mypy

unit: .venv/test.stamp  ## the tests
	$(BIN)/python -m pytest -n auto

docs: .venv/test.stamp  ## README, docs and reports/ show what the program really prints
	$(BIN)/python docs/regenerate.py --check

reports: .venv/run.stamp  ## write reports/ and the outputs shown in README anew
	$(BIN)/python docs/regenerate.py

quality: .venv/test.stamp  ## quality floors, on labelled data where it is there
	$(BIN)/python -m benchmarks.floors

bench: .venv/test.stamp  ## speed, as ratios within one run
	$(BIN)/python -m benchmarks.speed

build: .venv/test.stamp  ## wheel and sdist into dist/
	$(BIN)/python -m build --outdir dist .

lock: .venv/test.stamp  ## pin what is installed now
	$(BIN)/python -m pip freeze --exclude-editable | sed -E 's/^(torch==[0-9.]+).*/\1/' > constraints.txt

clean:  ## remove what the tasks made
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
