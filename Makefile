# make run and make test do all their set-up; see README.md.

PYTHON ?= python3
PAGES ?= examples/pages
SHARED ?= ../shared
VENV := .venv
BIN := $(VENV)/bin
RUST := $(shell find crates -name '*.rs' -o -name '*.tsv' -o -name Cargo.toml) Cargo.toml pyproject.toml

.PHONY: run test bench agreement names bench-words fuzz-short fuzz update format clean

run: $(VENV)/built
	$(BIN)/python -m ekasan parse $(PAGES) --records records.jsonl

test: $(VENV)/built $(VENV)/tested
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo test --workspace
	$(BIN)/python -m mypy --strict python/ekasan
	$(BIN)/python -m mypy.stubtest ekasan
	$(BIN)/python -m pytest

$(VENV)/created:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/built: $(VENV)/created python/requirements.txt $(RUST)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r python/requirements.txt
	VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/maturin develop --release --quiet
	touch $@

$(VENV)/tested: $(VENV)/created tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@

# MB/s of each stage and of the whole parse beside a floor measured in the same run, in Rust and through Python.
bench: $(VENV)/built
	cargo bench --quiet -p ekasan --features bench -- $(abspath $(wildcard $(SHARED)/corpora/*.jsonl $(SHARED)/seeds/*.txt examples/pages/*.txt))
	$(BIN)/python tests/measure/speed.py $(wildcard $(SHARED)/corpora/*.jsonl $(SHARED)/seeds/*.txt examples/pages/*.txt)

# How often Lao pages and their Thai translations give the same values.
agreement: $(VENV)/built
	$(BIN)/python tests/measure/agreement.py $(SHARED)/corpora/thai_lao_pairs.jsonl

# How often Vietnamese names are read back from Lao and Thai letters; make names NAMES=... for another list.
NAMES ?= $(SHARED)/gold/names.jsonl
names: $(VENV)/built
	$(BIN)/python tests/measure/names.py $(NAMES)

# How well words are cut against a file cut by hand, one sentence a line, words separated by |; make bench-words WORDS=...
WORDS ?=
bench-words: $(VENV)/built
	$(BIN)/python tests/measure/words.py $(WORDS)

# Each fuzz target for a minute; needs a nightly toolchain and cargo-fuzz.
fuzz-short:
	@sh fuzz/run.sh 60

fuzz:
	@sh fuzz/run.sh 3600

# Writes what is generated: the JSON Schema.
update:
	EKASAN_UPDATE=1 cargo test -p ekasan --test schema

format:
	cargo fmt --all

clean:
	cargo clean
	rm -rf $(VENV) records.jsonl
