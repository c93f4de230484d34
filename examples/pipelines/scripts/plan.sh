#!/usr/bin/env bash
# Optional: plans every stack of the change, so that the review reads what really stands in the cloud.
#
#   plan.sh [folder, default: review]
#
# Needs credentials that may read the tenant and the state, and nothing more. Writes <folder>/plans/<stack>.json.
# A plan holds values in plain text: keep these files out of every artefact.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/sign-in.sh"

folder=$(cd "${1:-review}" && pwd)
rm -rf "$folder/plans"
mkdir -p "$folder/plans"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for stack in "$folder"/head/cdktf.out/stacks/*/; do
  name=$(basename "$stack")
  terraform -chdir="$stack" init -input=false -no-color
  # Nothing is written, so nothing is locked: an identity that only reads is enough.
  terraform -chdir="$stack" plan -input=false -no-color -lock=false -out="$scratch/plan"
  terraform -chdir="$stack" show -json "$scratch/plan" > "$scratch/plan.json"
  mv "$scratch/plan.json" "$folder/plans/$name.json"
done
