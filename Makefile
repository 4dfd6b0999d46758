.DEFAULT_GOAL := help
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.ready

.PHONY: help setup run test faults package bench tour translations clean

help:
	@echo "make run    set up and open the window (no screen: make the tour in ./tour instead)"
	@echo "make test   set up and run every check"
	@echo "make faults every fault and every parser at the size of a release (needs about an hour)"
	@echo "make package  the program as .deb, .rpm and Windows setup, into dist"
	@echo "make bench  measure against the goals of speed; never fails on a time"
	@echo "make tour   the whole main job on sample data, headless, into ./tour"

$(STAMP): setup.cfg pyproject.toml installer/bootstrap
	installer/bootstrap $(VENV)
	@touch $(STAMP)

setup: $(STAMP)

run: $(STAMP)
	@$(PY) -m desk_mailadmin run

tour: $(STAMP)
	$(PY) -m desk_mailadmin tour tour

test: $(STAMP)
	installer/checks $(VENV)

faults: $(STAMP)
	DESK_FAULTS=release QT_QPA_PLATFORM=offscreen $(VENV)/bin/pytest tests/faults tests/store tests/intake tests/hostile \
		tests/contract/test_search_boxes.py --no-cov -rs

package: $(STAMP)
	installer/package $(VENV)

bench: $(STAMP)
	$(PY) -m tests.bench

translations: $(STAMP)
	installer/translations $(VENV)

clean:
	rm -rf build dist tour .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
