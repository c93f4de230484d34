# Sourced by the scripts that post. What they post was made where code of the pull request ran: it is data here, looked
# at before it is used, passed on in files, and never part of a command.
# shellcheck shell=bash

folder=${1:-review}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Labels that these scripts put on and take off. All others belong to people.
is_ours='def is_ours: test("^(risk|needs)/[a-z0-9-]+$") or . == "point-of-no-return";'

refuse() {
  echo "$(basename "$0"): $1" >&2
  exit 1
}

# The number of the pull request becomes part of an address.
pull_request() {
  [[ ${PULL_REQUEST:-} =~ ^[0-9]+$ ]] || refuse "PULL_REQUEST must be the number of the pull request."
}

# Writes markers.json: the hidden lines of the review, by which an earlier comment is found. There is one a stack.
markers() {
  [ -f "$folder/review.md" ] || refuse "$folder/review.md is not there. Nothing is posted."
  jq --raw-input --null-input '[inputs | select(test("^<!-- cdktf-lync-hybrid:diff .+ -->$"))]' \
    "$folder/review.md" > "$scratch/markers.json"
  jq --exit-status 'length > 0' "$scratch/markers.json" > /dev/null ||
    refuse "$folder/review.md holds no marker of a review. Nothing is posted."
}

# Writes labels.json: the labels of the review, and no other that somebody put into the file.
labels() {
  [ -f "$folder/review.json" ] || refuse "$folder/review.json is not there. No label is changed."
  jq "$is_ours"' [.labels[] | select(is_ours)]' "$folder/review.json" > "$scratch/labels.json"
}
