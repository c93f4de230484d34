#!/usr/bin/env bash
# Writes the review as a comment on a GitHub pull request, or replaces the comment that an earlier run wrote.
#
#   comment-github.sh [folder, default: review]
#
# GH_TOKEN (pull-requests: write), GITHUB_REPOSITORY and PULL_REQUEST are read.
# COMMENT_AUTHOR: who owns the token, default: github-actions[bot].
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/posted-review.sh"
pull_request
markers

issue=repos/$GITHUB_REPOSITORY/issues
jq --null-input --rawfile body "$folder/review.md" '{body: $body}' > "$scratch/comment.json"
gh api --paginate "$issue/$PULL_REQUEST/comments?per_page=100" > "$scratch/comments.json"

# Only a comment of our own is replaced: anybody can write our marker into theirs.
earlier=$(
  jq --raw-output --null-input --arg author "${COMMENT_AUTHOR:-github-actions[bot]}" \
    --slurpfile markers "$scratch/markers.json" '
      first(
        inputs[]
        | select(.user.login == $author)
        | select(.body as $body | any($markers[0][]; . as $marker | $body | contains($marker)))
        | .id
      )' "$scratch/comments.json"
)

if [ -n "$earlier" ]; then
  gh api --method PATCH "$issue/comments/$earlier" --input "$scratch/comment.json" > /dev/null
else
  gh api --method POST "$issue/$PULL_REQUEST/comments" --input "$scratch/comment.json" > /dev/null
fi
