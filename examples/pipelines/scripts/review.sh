#!/usr/bin/env bash
# Compares both sides and writes <folder>/review.md (the comment) and <folder>/review.json (the labels).
#
#   review.sh [folder, default: review]
#
# It does not judge: gate.sh does, after the review can be read. When the comparison fails, no file is left to post.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/both-sides.sh"

rm -f "$folder/review.md" "$folder/review.json"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

lync-hybrid diff "${both_sides[@]}" --format markdown > "$scratch/review.md"
lync-hybrid diff "${both_sides[@]}" --json > "$scratch/review.json"

# What was said of the base stands below the hidden first line, by which the comment is found again.
if [ -f "$folder/base-note.md" ]; then
  {
    sed -n 1p "$scratch/review.md"
    cat "$folder/base-note.md"
    echo
    sed 1d "$scratch/review.md"
  } > "$scratch/noted.md"
  mv "$scratch/noted.md" "$scratch/review.md"
fi

mv "$scratch/review.json" "$scratch/review.md" "$folder"
