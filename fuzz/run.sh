#!/bin/sh
# Runs each fuzz target for so many seconds; says so and ends well where there is no nightly toolchain or no cargo-fuzz.
set -eu
seconds="$1"
cd "$(dirname "$0")/.."
if ! cargo +nightly --version >/dev/null 2>&1; then
  echo "skipped: fuzzing needs a nightly toolchain"
  exit 0
fi
if ! cargo +nightly fuzz --version >/dev/null 2>&1; then
  echo "skipped: fuzzing needs cargo-fuzz (cargo install cargo-fuzz)"
  exit 0
fi
for target in parse normalize; do
  mkdir -p "fuzz/corpus/$target"
  cp examples/pages/*.txt "fuzz/corpus/$target/"
  cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -max_len=20000 -timeout=20
done
