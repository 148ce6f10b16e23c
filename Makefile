# deps · build · site · test · format · lint · bench · conformance · compatibility · clean
#
# The two that matter: `make` builds the program and writes the sample site into site/;
# `make test` runs all tests. Both install the Debian packages that are missing.

SWIFT_FLAGS = --explicit-target-dependency-import-check error
PACKAGES    = libcmark-gfm-dev libcmark-gfm-extensions-dev cmark-gfm pkg-config
BREVIER     = .build/release/brevier

.PHONY: all deps build site test format lint bench conformance compatibility clean

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

format:
	swift format format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench: build
	bash Benchmarks/bench.sh

conformance: deps
	@swift build -c release --product template-conformance $(SWIFT_FLAGS) >/dev/null
	@.build/release/template-conformance "$(CASES)"

# The table of compatibility; needs Python with jinja2==3.1.6 and minijinja.
compatibility: deps
	@swift build -c release --product template-conformance $(SWIFT_FLAGS) >/dev/null
	@python3 Benchmarks/templates/compatibility.py .build/release/template-conformance

clean:
	rm -rf .build
