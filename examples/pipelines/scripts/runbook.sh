#!/usr/bin/env bash
# After the merge: synthesizes, and refuses a rendered runbook that is not what was synthesized.
#
#   runbook.sh
#
# Then the folders cdktf.out and runbook can be kept as artefacts: the people at the servers work from the second.
set -euo pipefail
PATH=$PWD/node_modules/.bin:$PATH

rm -rf cdktf.out
mkdir cdktf.out
CDKTF_OUTDIR=$PWD/cdktf.out npm run --silent synth
lync-hybrid render --check --from cdktf.out --to runbook
