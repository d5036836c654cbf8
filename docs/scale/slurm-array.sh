#!/bin/sh
# Generates a data set with a Slurm array job: sbatch slurm-array.sh
#SBATCH --job-name=generate-calls
#SBATCH --array=1-16
#SBATCH --ntasks=1
#SBATCH --output=generate-calls-%a.log
set -eu

npx graph-call-testkit generate --count "${COUNT:-10000000}" --seed "${SEED:-7}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
  --out "$(printf 'calls-%05d.ndjson' "$SLURM_ARRAY_TASK_ID")" --resume
