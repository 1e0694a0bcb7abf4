# make demo    everything on this machine, no Telegram account needed
# make test    all tests; brings its own PostgreSQL and, as root on Debian, the three packages the browser test needs
# make check   format, lint, types, and that what is imported is declared
# make bench   how fast a durable tap is beside other bots, a look at 8.5 million credits, tables of 10 million rows,
#              a reminder, an announcement, an import of 170,000; certificates (ARGS="--parts letters papers imports")
#              (long: ARGS="--members 8500 --rows 400000 --readers 10000" leaves a quarter; ARGS="--against REF" lets
#              another version play too); writes tests/bench/RESULTS.md
# make soak    the tests in their full sizes, then every planted fault (tests/planted): each must turn a test red
# make lock    renew the locks (make lock UPGRADE=--upgrade takes newer versions)
# make screens every screen of the product as text    make coverage  all tests, and which branches they take
# make licences every package in .venv with its licence
#
# demo and test set up .venv by themselves, again only when a lock has changed. PYTHON=… names another Python,
# ARGS=… is handed on: make test ARGS="tests/handlers -k quiz", make demo ARGS="--port 9000".

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

ROOT := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
ifneq ($(CURDIR),$(ROOT))
# called as make -f ../Makefile from a folder below: do it from the top
GOALS := $(or $(MAKECMDGOALS),demo)
.PHONY: $(GOALS)
$(GOALS): ; @$(MAKE) -C "$(ROOT)" $@
else

# what is compiled once, the next process of a test run need not compile again
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11
RUN := .venv/bin/python
CODE := bot handlers storage content tests
PIP := $(RUN) -m pip --disable-pip-version-check --no-input install -qq --progress-bar off
PACKAGES := chromium-headless-shell fonts-noto-cjk poppler-utils
APT := apt-get update && apt-get install -y --no-install-recommends
LOCK := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	pyproject.toml

.PHONY: demo test check coverage bench soak lock screens licences packages

demo: .venv/product.stamp
	@exec $(RUN) -m bot demo $(ARGS)

test: packages .venv/tests.stamp
	@$(RUN) -m pytest --workers 6 $(ARGS)

soak: packages .venv/tests.stamp
	@SOAK=1 $(RUN) -m pytest --timeout=3600 --workers 6 $(ARGS)
	$(RUN) -m tests.planted

check: .venv/tests.stamp
	@$(RUN) -m ruff format --check $(CODE)
	$(RUN) -m ruff check $(CODE)
	$(RUN) -m mypy --strict $(CODE)
	$(RUN) -m deptry .
	$(RUN) -m deptry tests --exclude .venv --ignore DEP002,DEP004

coverage: packages .venv/tests.stamp
	@$(RUN) -m pytest -n 4 --dist loadscope --no-loadscope-reorder --cov --cov-report=term $(ARGS)

bench: .venv/tests.stamp .venv/bench.stamp
	@$(RUN) -m tests.bench $(ARGS)

screens: .venv/tests.stamp
	@$(RUN) -m tests.gallery $(ARGS)

licences: .venv/tests.stamp
	@$(RUN) -m piplicenses --from=mixed --order=license $(ARGS)

lock: .venv/made.stamp
	@$(PIP) uv==0.13.9
	$(LOCK) $(UPGRADE) --output-file requirements.txt
	$(LOCK) $(UPGRADE) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(subst pyproject.toml,,$(LOCK)) $(UPGRADE) --group pyproject.toml:bench --output-file tests/bench/requirements.txt
	echo "requirements.txt, requirements-dev.txt and tests/bench/requirements.txt are renewed."

packages:
	@missing=""
	for name in $(PACKAGES); do
	  status="$$(dpkg-query -W -f='$${db:Status-Status}' $$name 2>/dev/null || true)"
	  [ "$$status" = installed ] || missing="$$missing $$name"
	done
	[ -n "$$missing" ] || exit 0
	echo "The browser test needs these Debian packages, which are not here:$$missing"
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
	  echo "Install them, then run make test again:"
	  echo "    sudo sh -c '$(APT)$$missing'"
	  exit 1
	fi
	echo "Installing them: $(APT)$$missing"
	export DEBIAN_FRONTEND=noninteractive
	log="$$(mktemp)"
	if ! { $(APT) $$missing; } >"$$log" 2>&1; then
	  tail -n 20 "$$log"
	  exit 1
	fi
	rm -f "$$log"

.venv/made.stamp:
	@found="" old="" bare=""
	for name in $(PYTHON); do
	  command -v "$$name" >/dev/null || continue
	  "$$name" -c 'import sys' 2>/dev/null || continue
	  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { old="$$old $$name"; continue; }
	  "$$name" -c 'import ensurepip, venv' 2>/dev/null || { bare="$${bare:-$$name}"; continue; }
	  found="$$name"
	  break
	done
	if [ -z "$$found" ] && [ -n "$$bare" ]; then
	  version="$$("$$bare" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
	  echo "$$bare has no ensurepip, so it can't make a virtual environment. On Debian or Ubuntu this helps:"
	  echo "    sudo apt-get install python$$version-venv"
	  exit 1
	elif [ -z "$$found" ]; then
	  echo "Python 3.11 or newer is needed$${old:+ (too old:$$old)}. If it has another name: make PYTHON=/path/to/python3 …"
	  exit 1
	fi
	echo "Making .venv with $$("$$found" --version)."
	"$$found" -m venv --clear .venv
	touch $@

.venv/product.stamp: requirements.txt .venv/made.stamp
	@echo "Installing what the product needs (once; 270 MB, about a minute) …"
	$(PIP) --require-hashes -r requirements.txt
	echo "Installed in $$SECONDS s."
	touch $@

.venv/tests.stamp: requirements-dev.txt .venv/made.stamp
	@echo "Installing what the product and its tests need (once; about a minute and a half) …"
	$(PIP) --require-hashes -r requirements-dev.txt
	echo "Installed in $$SECONDS s."
	touch .venv/product.stamp $@

.venv/bench.stamp: tests/bench/requirements.txt .venv/made.stamp
	@echo "Installing the other bot of the bench (once) …"
	$(RUN) -m venv --clear .venv/bench
	.venv/bench/bin/python $(wordlist 2,99,$(PIP)) --require-hashes -r tests/bench/requirements.txt
	touch $@

endif
