#!/usr/bin/env bash
# Writes the review as one HTML page, <folder>/review.html: an artefact for those who do not read the forge.
#
#   page.sh [folder, default: review]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/both-sides.sh"

rm -f "$folder/review.html"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

lync-hybrid diff "${both_sides[@]}" --format html > "$scratch/review.html"
mv "$scratch/review.html" "$folder"
