# The verbs of the project. `make` alone prints them.
.DEFAULT_GOAL := help
.PHONY: help run workshop test check lint unit coverage bench torture mutants test-all pictures rooms words messages clean
SHELL := /bin/sh
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; break; fi; done)
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
SPREAD := -n $(WORKERS) --dist loadfile --no-loadscope-reorder
UNIT := tests/architecture tests/assessment tests/scoring tests/report tests/services tests/language

help: ## print these verbs
	@echo "Plumbline asks a leadership team 25 questions about AI, alone or in a workshop, and writes plan and playbook."
	@echo "make run sets everything up in $(VENV) (once, a minute or two) and opens it at http://127.0.0.1:8501."
	@echo "What people enter stays on this machine, in var/."; echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'

run: $(VENV)/.installed ## set everything up and open the app (SQLite, http://127.0.0.1:8501)
	@$(BIN)/python -m streamlit run app.py --server.headless false

workshop: $(VENV)/.installed ## open the app to the phones in this network, for a workshop
	@$(BIN)/python -m tools.workshop

test: $(VENV)/.installed-dev ## set everything up (browser and LibreOffice included) and pass every test
	@CHROMIUM="$$($(BIN)/python tools/find_browser.py)" || exit 1; OFFICE="$$($(BIN)/python -m tools.find_office)"; \
	PLUMBLINE_CHROMIUM="$$CHROMIUM" PLUMBLINE_OFFICE="$$OFFICE" $(BIN)/python -m pytest $(SPREAD)

check: lint unit ## fast: lint, types, imports, unit tests

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

unit: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -q $(SPREAD) $(UNIT)

coverage: $(VENV)/.installed-dev ## pass every test and print how much of the product they run, by branch
	@CHROMIUM="$$($(BIN)/python tools/find_browser.py)" || exit 1; OFFICE="$$($(BIN)/python -m tools.find_office)"; \
	$(BIN)/python -m coverage erase; PLUMBLINE_CHROMIUM="$$CHROMIUM" PLUMBLINE_OFFICE="$$OFFICE" $(BIN)/python -m coverage run -m pytest -q $(SPREAD) || exit 1; \
	$(BIN)/python -m coverage combine -q && $(BIN)/python -m coverage report

bench: $(VENV)/.installed-dev ## measure speed and memory against a bare page in the same run
	@CHROMIUM="$$($(BIN)/python tools/find_browser.py)" || exit 1; \
	PLUMBLINE_CHROMIUM="$$CHROMIUM" $(BIN)/python -m bench

torture: $(VENV)/.installed-dev ## break it on purpose, with counts: kills, races, damaged files, conditions, strangers, spied-on rooms, a soak (an hour)
	@$(BIN)/python -m tests.torture

mutants: $(VENV)/.installed-dev ## change scoring in 1,000 places and count what no test notices (an hour)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check mutmut==3.8.1 && $(BIN)/python -m tools.mutants

test-all: ## every test on Python 3.11, 3.12 and 3.13; says which are absent
	@status=0; for version in 3.11 3.12 3.13; do \
	  if python$$version -c 'import venv, ensurepip' >/dev/null 2>&1; then \
	    echo "== Python $$version"; \
	    $(MAKE) --no-print-directory test PYTHON=python$$version VENV=.venv-$$version || status=1; \
	  else echo "== Python $$version is absent here: not tested"; fi; done; exit $$status

pictures: $(VENV)/.installed-dev ## take the README's pictures from the running app
	@CHROMIUM="$$($(BIN)/python tools/find_browser.py)" || exit 1; \
	PLUMBLINE_CHROMIUM="$$CHROMIUM" $(BIN)/python -m tools.pictures

rooms: $(VENV)/.installed-dev ## draw the picture of the rooms from the imports
	@$(BIN)/python -m tools.rooms

words: $(VENV)/.installed-dev ## count the words on every screen and page of the example, in docs/words.md
	@CHROMIUM="$$($(BIN)/python tools/find_browser.py)" || exit 1; \
	PLUMBLINE_CHROMIUM="$$CHROMIUM" $(BIN)/python -m tools.words

messages: $(VENV)/.installed-dev ## collect the sentences for translators and bring the catalogues up to date
	@$(BIN)/python -m tools.messages

clean: ## remove what the verbs created, except your data in var/
	rm -rf .venv .venv-* .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.* mutants

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Missing: Python 3.11 or newer. On Debian: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Missing: Python's venv module. On Debian: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing what Plumbline needs (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the tests need (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.installed
