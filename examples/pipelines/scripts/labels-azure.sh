#!/usr/bin/env bash
# Puts the labels of the review on an Azure DevOps pull request, and takes off those of an earlier review.
#
#   labels-azure.sh [folder, default: review]
#
# SYSTEM_ACCESSTOKEN and PULL_REQUEST are read, and variables that Azure DevOps sets. A label that the project has never
# seen needs the permission "Create tag definition".
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/posted-review.sh"
source "$(dirname "${BASH_SOURCE[0]}")/azure-rest.sh"
labels

rest GET "$repository/labels?api-version=7.1" > "$scratch/present.json"
jq --raw-output --slurpfile wanted "$scratch/labels.json" \
  "$is_ours"' .value[] | select(.name | is_ours) | select(.name | IN($wanted[0][]) | not) | .id | @uri' \
  "$scratch/present.json" > "$scratch/old.txt"
while IFS= read -r label; do
  rest DELETE "$repository/labels/$label?api-version=7.1" > /dev/null < /dev/null
done < "$scratch/old.txt"

jq --compact-output --slurpfile present "$scratch/present.json" \
  '.[] | select(IN($present[0].value[].name) | not) | {name: .}' "$scratch/labels.json" > "$scratch/new.txt"
while IFS= read -r label; do
  printf '%s' "$label" > "$scratch/request.json"
  rest POST "$repository/labels?api-version=7.1" "$scratch/request.json" > /dev/null < /dev/null
done < "$scratch/new.txt"
