# One line per target; `make` lists them.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run quick test check-all bench torture mutation case docs golden lock clean

help: ## list the targets
	@grep -hE '^[a-z.-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

run: .venv/.ok ## compare the shipped policies; ARGS="region=kainuu" chooses
	.venv/bin/talkoot compare $(ARGS)

QUICK = tests/unit tests/rules/test_proofs.py tests/roads/test_small_worlds.py tests/answers/test_compare.py \
	tests/answers/test_headline.py tests/trials/test_power.py tests/evidence/test_measures.py
SLOW = counts_are or parts_of_one or sim.api or engine.model or hybrid or self_organised or online

quick: .venv/.ok ## rules and what can be known without compiling: half a minute, for every edit
	.venv/bin/ruff check
	NUMBA_DISABLE_JIT=1 .venv/bin/python -m pytest -q -n 2 $(QUICK) -k "not ($(SLOW))" $(ARGS)

test: .venv/.ok ## style, types, floors, tests
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo --no-cache
	.venv/bin/python -m pytest -n 2 $(ARGS)

check-all: .venv/.ok .venv/.tools ## real kills, clusters, terminals, notebooks, a browser: what takes longer than `make test`
	.venv/bin/python -m pytest -n 2 --dist loadgroup -m long $(ARGS)

bench: .venv/.ok ## time a month against plain Mesa
	.venv/bin/python -m benchmarks.month $(ARGS)

torture: .venv/.ok ## the long tests
	.venv/bin/python -m pytest -m torture -rs $(ARGS)
	.venv/bin/python -m pytest -n 2 -p tests.reseeded -m draws

mutation: .venv/.ok ## put small faults to the tests, write docs/mutation.md; ARGS="seed=1 n=300"
	.venv/bin/python -m tests.mutation $(ARGS)

.venv/.ok: requirements.lock pyproject.toml .ci/venv # a copy of the lock it was installed from
	@sh .ci/venv $(PYTHON) && cp requirements.lock $@

case: .venv/.ok ## live the case over and over, write docs/case.md; ARGS="runs=20", a quarter of an hour
	.venv/bin/python -m tests.case $(ARGS)

docs: .venv/.ok ## make again what is made from the code: flat kernels, conf/*.yaml, schemas, ODD, tables, card
	.venv/bin/python -m tests.packaging.flat_code
	.venv/bin/python -m tests.packaging.generated

.venv/.tools: requirements-tools.lock .venv/.ok # pyright with its own node: 280 MB that only a check needs
	sh .ci/tools && touch $@

golden: .venv/.ok ## write anew what five small studies give; a change needs a line in CHANGELOG.md
	.venv/bin/python -m tests.golden.studies

lock: ## recreate requirements.lock from pyproject.toml (needs uv); ARGS=--upgrade moves versions
	uv pip compile pyproject.toml --extra dev --extra cluster -o requirements.lock --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet $(ARGS)
	echo basedpyright | uv pip compile - -o requirements-tools.lock --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet $(ARGS)

clean: ## remove what can be made again; keeps results/ and .venv
	rm -rf build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .mutation
	find . -path ./.venv -prune -o -name __pycache__ -prune -exec rm -rf {} +
