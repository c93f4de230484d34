#!/usr/bin/env bash
# Puts the labels of the review on a GitHub pull request, and takes off those of an earlier review.
#
#   labels-github.sh [folder, default: review]
#
# GH_TOKEN (pull-requests: write), GITHUB_REPOSITORY and PULL_REQUEST are read.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/posted-review.sh"
pull_request
labels

address=repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/labels
gh api --paginate "$address?per_page=100" > "$scratch/present.json"

# Names are encoded, because they become part of an address.
jq --raw-output --slurpfile wanted "$scratch/labels.json" \
  "$is_ours"' .[].name | select(is_ours) | select(IN($wanted[0][]) | not) | @uri' \
  "$scratch/present.json" > "$scratch/old.txt"
while IFS= read -r label; do
  gh api --method DELETE "$address/$label" > /dev/null < /dev/null
done < "$scratch/old.txt"

if jq --exit-status 'length > 0' "$scratch/labels.json" > /dev/null; then
  jq '{labels: .}' "$scratch/labels.json" > "$scratch/request.json"
  gh api --method POST "$address" --input "$scratch/request.json" > /dev/null
fi
