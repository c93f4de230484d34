#!/usr/bin/env bash
# Stands in for gh and curl in the tests of the pipeline scripts: notes every call in files $FORGE/calls/<number>.<part>,
# and answers what the test laid down in $FORGE/answers. It starts no program, since it is called very often.
set -euo pipefail
shopt -s nullglob

tool=$1
shift
calls=("$FORGE"/calls/*.argv)
call=$FORGE/calls/$((1000 + ${#calls[@]}))
printf '%s' "$tool" > "$call.tool"
printf '%s\n' "$@" > "$call.argv"

method=GET
[ "$tool" = curl ] || shift # api
while [ $# -gt 0 ]; do
  case $1 in
    --method | --request) method=$2 && shift ;;
    --input | --data-binary) printf '%s' "$(< "${2#@}")" > "$call.sent" && shift ;;
    --config) printf '%s' "$(< "$2")" > "$call.config" && shift ;;
    --header) shift ;;
    --*) ;;
    *) address=$1 ;;
  esac
  shift
done
printf '%s' "$method" > "$call.method"
printf '%s' "$address" > "$call.address"

while IFS=$'\t' read -r answered part body; do
  if [ "$answered" = "$method" ] && [[ $address == *"$part"* ]]; then
    printf '%s' "$body"
    exit 0
  fi
done < "$FORGE/answers"
echo "$tool: HTTP 403 for $method $address" >&2
exit 22
