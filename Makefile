# Jiashu. `make run` opens the window, `make test` checks everything; both set up what they need.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
RUN_PYTHON := $(BIN)/python
PIP := $(RUN_PYTHON) -m pip --disable-pip-version-check install --quiet --require-hashes
STAMPS := .venv/stamps
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))
PROGRAM_FILES = $(shell find desktop resources build_spec -type f -not -name '*.pyc' -not -path '*/.*')
PLATFORMS := linux win32 darwin
WORKERS ?= 2
# Compiled modules are kept even where the surroundings forbid it: the tests start hundreds of processes.
TEST = PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(RUN_PYTHON) -m pytest

.PHONY: help
help:  ## what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

# ------------------------------------------------------------------------------------------ using it

.PHONY: run
run: $(STAMPS)/window $(STAMPS)/runtime $(TRANSLATIONS)  ## set everything up, open the window (without a display: the demo)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so the same job is shown without a window (make demo)."; \
		$(MAKE) --no-print-directory demo; \
	else \
		$(RUN_PYTHON) -m desktop; \
	fi

.PHONY: demo
demo: $(STAMPS)/runtime  ## the practice vault and the main job without a window, in a throwaway folder, told line by line
	@$(RUN_PYTHON) -m desktop demo

# --------------------------------------------------------------------------------------- building it

.PHONY: setup
setup: $(STAMPS)/window $(STAMPS)/test $(STAMPS)/dev $(STAMPS)/readers $(TRANSLATIONS)  ## make .venv with everything for working on it

.PHONY: test
test: setup lint  ## import rules, lint, types, every test; writes docs/requirements.md
	JIASHU_REQUIREMENTS=$(CURDIR)/docs/requirements.md $(TEST) -n $(WORKERS)

.PHONY: lint
lint: $(STAMPS)/dev  ## import rules, ruff, mypy for three systems
	$(BIN)/lint-imports --no-logo
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@printf '%s\n' $(PLATFORMS) | xargs -n 1 -P $(WORKERS) sh -c \
		'echo "mypy --platform $$0"; $(BIN)/mypy --platform $$0 --cache-dir .mypy_cache/$$0'

.PHONY: proof
EVERY ?= 1
proof: setup  ## faults at every call of the program, many more examples of each property; ends with a table (EVERY=10: a tenth of it)
	@rm -rf build/proof
	JIASHU_HYPOTHESIS=proof JIASHU_EVERY=$(EVERY) JIASHU_PROOF=$(CURDIR)/build/proof $(TEST) -n $(WORKERS) -m "fault or hypothesis"; \
	ended=$$?; JIASHU_EVERY=$(EVERY) $(RUN_PYTHON) -m tests.proof build/proof && exit $$ended

.PHONY: bench
bench: setup $(STAMPS)/bench  ## speed and memory, as ratios against named peers
	$(RUN_PYTHON) -m tests.bench

.PHONY: screenshots
screenshots: setup  ## every screen, light and dark, English and Chinese, into build/screenshots
	QT_QPA_PLATFORM=offscreen $(RUN_PYTHON) -m tests.screenshots build/screenshots

.PHONY: build
build: dist/jiashu/.built  ## the program as one folder, dist/jiashu, tried out once built
	JIASHU_SHIPPED=1 $(TEST) tests/shipped

dist/jiashu/.built: $(PROGRAM_FILES) requirements-dev.lock | setup $(STAMPS)/build
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller build_spec/jiashu.spec
	@touch $@

.PHONY: lock
lock: $(STAMPS)/venv  ## pin the libraries anew for Linux, Windows and macOS
	$(RUN_PYTHON) -m pip --disable-pip-version-check install --quiet uv
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml --group setup -o requirements.lock
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml --group setup --group dev -o requirements-dev.lock
	$(BIN)/uv pip compile $(LOCKING) build_spec/readers/node.in -o build_spec/readers/node.lock
LOCKING := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: clean
clean:  ## remove all that was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	rm -f resources/translations/*.qm

# -------------------------------------------------------------------------------------- what was made

$(STAMPS)/venv: build_spec/bootstrap.py
	@$(PYTHON) build_spec/bootstrap.py python
	@[ -x $(RUN_PYTHON) ] || { echo "Making .venv"; $(PYTHON) -m venv .venv; }
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/window $(STAMPS)/test $(STAMPS)/bench $(STAMPS)/build: $(STAMPS)/venv
	@$(RUN_PYTHON) build_spec/bootstrap.py $(notdir $@)
	@touch $@

$(STAMPS)/runtime: requirements.lock pyproject.toml build_spec/first_start.py | $(STAMPS)/venv
	@echo "Installing the pinned libraries"
	@$(PIP) -r requirements.lock
	@$(INSTALL_ITSELF)
	@$(RUN_PYTHON) build_spec/first_start.py
	@touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/runtime
	@echo "Installing the pinned tools"
	@$(PIP) -r requirements-dev.lock
	@touch $@

$(STAMPS)/readers: build_spec/readers/install.py build_spec/readers/package-lock.json build_spec/readers/node.lock | $(STAMPS)/venv
	@$(RUN_PYTHON) build_spec/readers/install.py .venv/readers
	@touch $@

INSTALL_ITSELF = $(RUN_PYTHON) -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .

resources/translations/%.qm: resources/translations/%.ts | $(STAMPS)/runtime
	@$(BIN)/pyside6-lrelease -silent $< -qm $@
