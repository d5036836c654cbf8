#!/bin/sh
# Generates a data set with GNU parallel, on this machine or, with --sshlogin, on others.
set -eu

shards=${SHARDS:-16}
seq "$shards" | parallel --halt now,fail=1 \
  npx graph-call-testkit generate --count "${COUNT:-10000000}" --seed "${SEED:-7}" \
  --shard "{}/$shards" --out "calls-{}.ndjson" --resume
