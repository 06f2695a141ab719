# Studyline: `make quiz` to study, `make test` to test; `make help` lists the rest.

SHELL := /bin/bash
PREFIX ?= /usr/local
# The program carries Swift's libraries with it, so that it starts fast and runs where no Swift is.
RELEASE := -c release --static-swift-stdlib
ifeq ($(shell uname -s),Linux)
# At a fixed address: 1,100 relocations at each start instead of 94,000.
RELEASE += -Xswiftc -Xclang-linker -Xswiftc -no-pie
# Generic types are made by their accessors and not looked up by name, which searches all conformances: 3 ms a start.
RELEASE += -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
endif
SOURCES := Package.swift Sources Tests
# The rooms that must stay values and pure functions.
PURE := Sources/FSRS Sources/StudyCore

.PHONY: help quiz build test check format lint bench compare install uninstall coverage sanitize interop packages

help: ## Lists what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

quiz: build ## Starts a quiz on the bundled guides
	@"$$(swift build $(RELEASE) --show-bin-path)/studyline" quiz --content content

build: packages ## Builds the program for use
	@swift build $(RELEASE) --product studyline

test: packages ## Runs every test
	swift test --disable-xctest

check: packages lint ## All that must hold before a change is taken
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --disable-xctest
	swift run --skip-build studyline check --strict content

lint:
	swift format lint --strict --recursive $(SOURCES)
	@if grep -rnE '^ *(@[a-zA-Z]+ +)?([a-z]+ +)?import +(Foundation|Dispatch)' $(PURE); then \
		echo 'error: the pure rooms ($(PURE)) import no Foundation' >&2; exit 1; fi

format: ## Formats every source file in place
	swift format --in-place --recursive $(SOURCES)

bench: packages ## Prints the benchmarks, a line a figure: name value unit
	@swift build $(RELEASE) --product studyline >&2
	@swift build $(RELEASE) --product StudyBenchmarks >&2
	@"$$(swift build $(RELEASE) --show-bin-path)/StudyBenchmarks"

# A virtual environment outside the checkout, for comparing only.
COMPARISON ?= $(HOME)/.cache/studyline/fsrs-rs

compare: packages ## Fits beside fsrs-rs (from PyPI) in one run, and prints the ratios
	@[ -x '$(COMPARISON)/bin/python' ] || python3 -m venv '$(COMPARISON)' || \
		{ echo 'error: python3 with venv is needed (Debian: apt-get install python3-venv)' >&2; exit 1; }
	@'$(COMPARISON)/bin/python' -m pip install --quiet --disable-pip-version-check fsrs-rs-python==0.9.3
	@swift build $(RELEASE) --product studyline >&2
	@swift build $(RELEASE) --product StudyBenchmarks >&2
	@FSRS_RS_PYTHON='$(COMPARISON)/bin/python' \
		"$$(swift build $(RELEASE) --show-bin-path)/StudyBenchmarks" fit

install: build ## Installs program and guides below PREFIX (/usr/local)
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/studyline'
	install -m 755 "$$(swift build $(RELEASE) --show-bin-path)/studyline" '$(DESTDIR)$(PREFIX)/bin/studyline'
	cp -R content '$(DESTDIR)$(PREFIX)/share/studyline/'

uninstall: ## Removes what install put there; the learner's data stay
	rm -f '$(DESTDIR)$(PREFIX)/bin/studyline'
	rm -rf '$(DESTDIR)$(PREFIX)/share/studyline'

coverage: packages ## Runs the tests and prints the coverage of each source file
	swift test --disable-xctest --enable-code-coverage --scratch-path .build-coverage
	@"$$(dirname "$$(readlink -f "$$(command -v swift)")")/llvm-cov" report \
		-instr-profile "$$(dirname "$$(swift test --show-codecov-path --scratch-path .build-coverage)")/default.profdata" \
		"$$(swift build --show-bin-path --scratch-path .build-coverage)/studylinePackageTests.xctest" \
		-ignore-filename-regex '(\.build|Tests)'

sanitize: packages ## Runs the tests under the address and the thread sanitizer
	SWIFT_BACKTRACE=enable=no swift test --disable-xctest --sanitize=address --scratch-path .build-address
	SWIFT_BACKTRACE=enable=no swift test --disable-xctest --sanitize=thread --scratch-path .build-thread

interop: packages ## Exchanges packages with the real Anki and with genanki, both ways
	@test -x .build-interop/bin/python || python3 -m venv .build-interop
	@.build-interop/bin/pip install --quiet --disable-pip-version-check anki==26.9.3 genanki==0.13.1
	@swift build --product studyline >&2
	@cd Tests/Interop && PYTHONDONTWRITEBYTECODE=1 ../../.build-interop/bin/python main.py \
		"$$(swift build --show-bin-path)/studyline" ../../content

# System packages, and what each is for. Nothing is done when all are there.
DEBIAN := libreadline-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libstemmer-dev \
	libminizip-dev zlib1g-dev libzstd-dev \
	wordnet-base

packages:
	@command -v swift >/dev/null || { echo 'error: Swift 6.2 or newer is needed: https://www.swift.org/install' >&2; exit 1; }
	@case "$$(uname -s)" in Linux) ;; *) exit 0 ;; esac; \
	command -v dpkg-query >/dev/null || exit 0; \
	missing=; for package in $(DEBIAN); do \
		dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	[ -n "$$missing" ] || exit 0; \
	echo 'Studyline is built with these system packages, which are not here yet:' >&2; \
	for package in $$missing; do case "$$package" in \
		libreadline-dev) why='line editing at the prompt' ;; \
		libsqlite3-dev) why='the history of your answers' ;; \
		libcmark-gfm*) why='reading Markdown' ;; \
		libstemmer-dev) why='comparing words in answers' ;; \
		libminizip-dev|zlib1g-dev) why='packages of Anki' ;; \
		libzstd-dev) why='packages of the newest Anki' ;; \
		wordnet-base) why='synonyms in answers; the program runs without' ;; esac; \
		echo "  $$package ($$why)" >&2; done; \
	as=; [ "$$(id -u)" = 0 ] || as=sudo; \
	echo "Installing them now: $$as apt-get install$$missing" >&2; \
	$$as apt-get update -qq >&2 && \
	$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >&2
