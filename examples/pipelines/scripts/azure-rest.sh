# Sourced by the scripts that post to Azure DevOps: sets `repository`, the address of the pull request's repository.
# All variables that it reads are predefined there, except SYSTEM_ACCESSTOKEN, which a step must be given.
# shellcheck shell=bash

pull_request
[ -n "${SYSTEM_ACCESSTOKEN:-}" ] || refuse "SYSTEM_ACCESSTOKEN is empty: map it in the env block of this step."

project=$(jq --null-input --raw-output --arg name "$SYSTEM_TEAMPROJECT" '$name | @uri') # names may hold spaces
# shellcheck disable=SC2034
repository=${SYSTEM_COLLECTIONURI%/}/$project/_apis/git/repositories/$BUILD_REPOSITORY_ID/pullRequests/$PULL_REQUEST

# rest <method> <address> [file to send]: prints the answer. The token is read from a pipe, so no list of processes
# shows it.
rest() {
  local sent=()
  [ $# -lt 3 ] || sent=(--header "Content-Type: application/json" --data-binary "@$3")
  curl --silent --show-error --fail --request "$1" "${sent[@]}" \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$SYSTEM_ACCESSTOKEN") "$2"
}
