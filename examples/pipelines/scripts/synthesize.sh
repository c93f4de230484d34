#!/usr/bin/env bash
# Synthesizes both sides of a change: <folder>/base/cdktf.out and <folder>/head/cdktf.out.
#
#   synthesize.sh <base commit> [folder, default: review]
#
# Run it in the root of the repository, after npm ci. It calls `npm run synth`, which must run main.ts and so obey
# CDKTF_OUTDIR. (`cdktf synth` sets that variable itself: give your script `node --import tsx main.ts` instead.)
set -euo pipefail

base_commit=$1
mkdir -p "${2:-review}"
folder=$(cd "${2:-review}" && pwd) # a full path: the base is synthesized from another folder

# Old output could be taken for new.
rm -rf "$folder/base" "$folder/head" "$folder/base-note.md"
base_out=$folder/base/cdktf.out
head_out=$folder/head/cdktf.out
mkdir -p "$base_out" "$head_out"

holds_a_runbook() {
  compgen -G "$1/stacks/*/onprem/manifest.json" > /dev/null
}

CDKTF_OUTDIR=$head_out npm run --silent synth
if ! holds_a_runbook "$head_out"; then
  echo "synthesize.sh: npm run synth wrote no runbook to $head_out. Does it obey CDKTF_OUTDIR?" >&2
  exit 1
fi

# A commit that is not there is a clone too shallow, and no first pull request.
if ! base_commit=$(git rev-parse --verify --quiet --end-of-options "$base_commit^{commit}"); then
  echo "synthesize.sh: the base commit '$1' is not in this clone. Fetch more history." >&2
  exit 1
fi

# The base is checked out beside the repository, so that nothing of it is mixed with the change.
scratch=$(mktemp -d)
source=$scratch/base
remove_scratch() {
  git worktree remove --force "$source" 2> /dev/null || true
  rm -rf "$scratch"
}
trap remove_scratch EXIT
git worktree add --quiet --detach "$source" "$base_commit"

# An empty folder means "nothing is declared": everything in the review is new then.
compare_with_nothing() {
  rm -rf "$base_out"
  mkdir -p "$base_out"
  echo "> $1 Everything below is compared with nothing declared." > "$folder/base-note.md"
  echo "synthesize.sh: $1" >&2
}

if [ ! -f "$source/main.ts" ]; then
  compare_with_nothing "The base has no main.ts."
  exit 0
fi

# The base is built with the packages that it names. Where they are the same, they need not be installed twice.
if cmp --silent package-lock.json "$source/package-lock.json"; then
  ln -s "$PWD/node_modules" "$source/node_modules"
else
  (cd "$source" && npm ci)
fi

if ! (cd "$source" && CDKTF_OUTDIR=$base_out npm run --silent synth); then
  compare_with_nothing "The base does not synthesize."
elif ! holds_a_runbook "$base_out"; then
  compare_with_nothing "The base declares no hybrid deployment."
fi
