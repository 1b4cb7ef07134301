# make run                       open the dashboard on seeds/
# make run CORPUS=path/to/folder open it on another folder of articles, or on a finished build
# make test                      everything that must hold: lint, types, tests, a real browser, a deploy
# make scorecard                 measure what README quotes, as far as the material is at hand
# Each sets up what it needs in .venv the first time, and starts at once after that.

CORPUS ?= seeds
PORT   ?= 8501

# The first Python that is new enough; `make PYTHON=...` says which, if it is somewhere else.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
# Where there is no screen, no browser is opened and the address is printed.
HEADLESS := $(if $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname))),false,true)

# Finds a browser, or gets one, and says so; without one nothing after it is run.
BROWSER = browser="$$($(BIN)/python tests/chromium.py)" && CHROMIUM="$$browser"

.PHONY: run test check scorecard screenshots clean

run: .venv/runtime
	DATELINE_CORPUS="$(CORPUS)" DATELINE_KEPT=.cache/kept $(BIN)/streamlit run dashboard.py --server.port $(PORT) \
		--server.address localhost --server.headless $(HEADLESS) --server.showEmailPrompt false

test: check .venv/development
	$(BROWSER) $(BIN)/python -m pytest -n auto --dist loadfile

check: .venv/development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

scorecard: .venv/development
	$(BIN)/python -m benchmarks.scorecard

screenshots: .venv/development
	$(BROWSER) $(BIN)/python -m docs.screenshots

clean:
	rm -rf .venv .cache build

.venv/pip:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or newer and found none: install it," \
		"or name it with: make PYTHON=/path/to/python3.11"; exit 1; }
	"$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

.venv/runtime: requirements.txt .venv/pip
	$(BIN)/python -m pip install --quiet -r requirements.txt
	@touch $@

.venv/development: pyproject.toml .venv/runtime
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
