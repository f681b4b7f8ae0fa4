# Everything from a fresh clone. `make` alone lists the targets.

VENV   := .venv
PYTHON := $(VENV)/bin/python
UV     := $(VENV)/bin/uv
DATA   ?= .data
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# uv has its own settings: give it pip's registry, and the certificates of the machine.
export UV_SYSTEM_CERTS := 1
export UV_NO_PROGRESS := 1
ifndef UV_DEFAULT_INDEX
ifdef PIP_INDEX_URL
export UV_DEFAULT_INDEX := $(PIP_INDEX_URL)
endif
endif

.DEFAULT_GOAL := help
.PHONY: help demo run test bench lint lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  options: PORT= of the Airflow UI, DATA= folder for all that is written, ONCE=1 (demo ends by itself), ONLY= (bench)"

demo: $(VENV)/.runtime  ## the whole pipeline against the sample press, offline; Ctrl-C ends it
	@exec $(PYTHON) -m posture demo --data '$(DATA)' $(if $(PORT),--port '$(PORT)') $(if $(filter-out 0,$(ONCE)),--once)

run: $(VENV)/.runtime  ## the same against the real sources, with what .env says
	@exec $(PYTHON) -m posture run --data '$(DATA)' $(if $(PORT),--port '$(PORT)')

test: $(VENV)/.tests  ## all the tests
	@$(PYTHON) -m pytest $(if $(ONLY),-k '$(ONLY)') -n auto --dist loadgroup tests

bench: $(VENV)/.tests  ## our figures beside those of peers, measured in the same run
	@$(PYTHON) -m tests.benchmarks $(if $(ONLY),--only '$(ONLY)') $(if $(JSON),--json '$(JSON)')

lint: $(VENV)/.tests  ## what a reviewer would say first
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

lock: $(VENV)/.tests  ## write both locks from pyproject.toml
	$(UV) pip compile pyproject.toml $(LOCKING) -o requirements.txt
	$(UV) pip compile --group dev $(LOCKING) -c requirements.txt -o tests/requirements.txt

LOCKING := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean:  ## remove the environment; what was collected stays in DATA
	rm -rf $(VENV)

# ---------- the environment: made once, made again when a lock changes ----------

# uv comes first, by the hashes that the tests' lock has for it; where it cannot be had, pip does the same slowly.
INSTALL = if [ -x $(UV) ]; then $(UV) pip install --quiet --python $(PYTHON) $(1); else $(PYTHON) -m pip install --quiet $(1); fi

$(PYTHON):
	@for python in $${PYTHON3:-} python3.13 python3.12 python3.11 python3; do \
	  $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "making $(VENV) with $$($$python --version)"; \
	  exec $$python -m venv --clear $(VENV); \
	done; \
	echo "No Python 3.11 or newer with the venv module was found; on Debian: apt install python3-venv" >&2; exit 1

$(UV): | $(PYTHON)
	@sed -n '/^uv==/,/^[^ ]/{/^uv==/p;/^ .*--hash/p}' tests/requirements.txt > $(VENV)/uv.txt
	@$(PYTHON) -m pip install -qq --require-hashes -r $(VENV)/uv.txt || { \
	  echo "uv cannot be had here; going on with pip, which takes a minute" >&2; \
	  $(PYTHON) -m pip install --quiet --upgrade pip; }  # pip before 25 stumbles over extras in a lock

$(VENV)/.runtime: requirements.txt pyproject.toml | $(UV)
	@echo "installing what requirements.txt locks"
	@$(call INSTALL,--require-hashes -r requirements.txt)
	@$(call INSTALL,--no-deps --no-build-isolation -e .)
	@touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.runtime
	@echo "installing what tests/requirements.txt locks"
	@$(call INSTALL,--require-hashes -r tests/requirements.txt)
	@touch $@
