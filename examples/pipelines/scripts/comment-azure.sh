#!/usr/bin/env bash
# Writes the review as a comment on an Azure DevOps pull request, or replaces the comment that an earlier run wrote.
#
#   comment-azure.sh [folder, default: review]
#
# SYSTEM_ACCESSTOKEN and PULL_REQUEST are read, and variables that Azure DevOps sets. The build service needs
# "Contribute to pull requests" on the repository.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/posted-review.sh"
source "$(dirname "${BASH_SOURCE[0]}")/azure-rest.sh"
markers

# Only a comment of our own is replaced: anybody can write our marker into theirs.
rest GET "${SYSTEM_COLLECTIONURI%/}/_apis/connectionData" > "$scratch/me.json"
rest GET "$repository/threads?api-version=7.1" > "$scratch/threads.json"
earlier=$(
  jq --raw-output --slurpfile me "$scratch/me.json" --slurpfile markers "$scratch/markers.json" '
    first(
      .value[]
      | select(.isDeleted != true)
      | .id as $thread
      | .comments[0]
      | select(.author.id == $me[0].authenticatedUser.id and .isDeleted != true)
      | select((.content // "") as $body | any($markers[0][]; . as $marker | $body | contains($marker)))
      | "threads/\($thread)/comments/\(.id)"
    )' "$scratch/threads.json"
)

if [ -n "$earlier" ]; then
  jq --null-input --rawfile body "$folder/review.md" '{content: $body}' > "$scratch/comment.json"
  rest PATCH "$repository/$earlier?api-version=7.1" "$scratch/comment.json" > /dev/null
else
  # Status 4 is "closed": the gate stops a merge, and not a thread that somebody has to resolve.
  jq --null-input --rawfile body "$folder/review.md" \
    '{status: 4, comments: [{parentCommentId: 0, commentType: 1, content: $body}]}' > "$scratch/comment.json"
  rest POST "$repository/threads?api-version=7.1" "$scratch/comment.json" > /dev/null
fi
