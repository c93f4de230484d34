#!/usr/bin/env bash
# Optional, after the merge: applies the cloud half of every stack. Run it only behind an approval.
#
#   apply.sh [output of the synthesis, default: cdktf.out]
#
# The other half, on the servers, is done by people with the runbook: no pipeline touches a server.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/sign-in.sh"

outdir=$(cd "${1:-cdktf.out}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for stack in "$outdir"/stacks/*/; do
  terraform -chdir="$stack" init -input=false -no-color
  terraform -chdir="$stack" plan -input=false -no-color -out="$scratch/plan"
  terraform -chdir="$stack" apply -input=false -no-color "$scratch/plan"
done
