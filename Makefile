# deps · build · site · test · deps-browser · test-browser · soak · format · lint · bench ·
# bench-templates · conformance · compatibility · fuzz-templates · fuzz-edits · clean
#
# The two that matter: `make` builds the program and writes the sample site into site/;
# `make test` runs all tests. Both install the Debian packages that are missing.

SWIFT_FLAGS = --explicit-target-dependency-import-check error
PACKAGES    = libcmark-gfm-dev libcmark-gfm-extensions-dev cmark-gfm pkg-config zlib1g-dev
BREVIER     = .build/release/brevier

.PHONY: all deps build site test deps-browser test-browser soak format lint bench \
  bench-templates conformance compatibility fuzz-templates fuzz-edits clean

all: site

deps:
	@missing=$$(for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing:" $$missing; \
	  $$(command -v sudo || true) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$(command -v sudo || true) \
	    apt-get install -y --no-install-recommends $$missing >/dev/null; \
	fi

build: deps
	swift build -c release --product brevier $(SWIFT_FLAGS)

site: build
	$(BREVIER) build --output site

test: deps
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

# What only a browser can tell: what an author sees while 'brevier serve' runs, and the search of a
# built site, in Debian's Chromium driven by Playwright.
BROWSER_VENV   = .build/venv-browser
BROWSER_PYTHON = $(BROWSER_VENV)/bin/python

deps-browser: $(BROWSER_PYTHON)
	@$(MAKE) --no-print-directory deps PACKAGES=chromium

$(BROWSER_PYTHON):
	python3 -m venv $(BROWSER_VENV)
	$(BROWSER_PYTHON) -m pip install --quiet playwright axe-playwright-python

test-browser: build deps-browser
	BREVIER=$(BREVIER) $(BROWSER_PYTHON) Tests/Browser/preview.py
	@set -e; for script in $$(grep -l '^  *unittest.main' Tests/Browser/search*.py); do \
	  echo "$$script"; $(BROWSER_PYTHON) "$$script" $(BREVIER); done

# Edits at random, each increment held against a clean build: STEPS of them for each of SEEDS.
STEPS = 250
SEEDS = 1 2 3 4 5 6 7 8
fuzz-edits: deps
	@swift build -c release --product EditFuzzer $(SWIFT_FLAGS) >/dev/null
	@set -e; for seed in $(SEEDS); do \
	  .build/release/EditFuzzer $(STEPS) $$seed Tests/EditFuzzer/Site; done

# Saves, renames and floods against a running server, SAVES of them.
SAVES = 5000
soak: build
	BREVIER=$(BREVIER) python3 Tests/Browser/soak.py --saves $(SAVES)

format:
	swift format format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench: build
	bash Benchmarks/bench.sh

# Runs a file of template cases: make conformance CASES=FILE
conformance: deps
	@swift build -c release --product template-conformance $(SWIFT_FLAGS) >/dev/null
	@.build/release/template-conformance "$(CASES)"

# Python with the engines to compare with; made once.
VENV   = .build/venv
PYTHON = $(VENV)/bin/python

$(PYTHON):
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet jinja2==3.1.6 minijinja

# The table of compatibility with Jinja2 and MiniJinja, from the cases.
compatibility: deps $(PYTHON)
	@swift build -c release --product template-conformance $(SWIFT_FLAGS) >/dev/null
	@$(PYTHON) Benchmarks/templates/compatibility.py .build/release/template-conformance

# The template engine beside MiniJinja and Jinja2, with what is asked of it.
bench-templates: deps $(PYTHON)
	@swift build -c release --product template-conformance $(SWIFT_FLAGS) >/dev/null
	$(PYTHON) Benchmarks/templates/bench.py .build/release/template-conformance

# Random templates against Jinja2, then damaged ones under AddressSanitizer, each for SECONDS.
SECONDS = 60
SEED    = 1
DAMAGED = Tests/TemplateEngineTests/Fixtures/templates.jsonl
fuzz-templates: deps $(PYTHON)
	@swift build -c release --product template-conformance $(SWIFT_FLAGS) >/dev/null
	@swift build --sanitize=address --scratch-path .build/asan --product template-conformance \
	  $(SWIFT_FLAGS) >/dev/null
	$(PYTHON) Benchmarks/templates/fuzz.py .build/release/template-conformance \
	  --seconds $(SECONDS) --seed $(SEED)
	$(PYTHON) Benchmarks/templates/crash.py .build/asan/debug/template-conformance \
	  $(DAMAGED) --seconds $(SECONDS) --seed $(SEED)

clean:
	rm -rf .build
