# Sourced by the scripts that compare: sets `folder`, and `both_sides`, the arguments that they all give to the diff.
#
# ACCEPTED_RISKS: file of accepted risks, default: accepted-risks.json. Where there is none, nothing is accepted.
# shellcheck shell=bash

folder=${1:-review}
PATH=$PWD/node_modules/.bin:$PATH

both_sides=("$folder/base/cdktf.out" "$folder/head/cdktf.out")

if [ -f "${ACCEPTED_RISKS:-accepted-risks.json}" ]; then
  both_sides+=(--accepted-risks "${ACCEPTED_RISKS:-accepted-risks.json}")
fi

# Plans are there only after plan.sh: <folder>/plans/<stack>.json.
for plan in "$folder"/plans/*.json; do
  if [ -f "$plan" ]; then
    both_sides+=(--tfplan "$(basename "$plan" .json)=$plan")
  fi
done
