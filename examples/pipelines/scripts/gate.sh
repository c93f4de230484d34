#!/usr/bin/env bash
# Refuses a change whose risk nobody answers for. Run it last: a refused change needs its comment most.
#
#   gate.sh [folder, default: review]
#
# MAX_RISK: the worst level that passes without an acceptance, default: high. Exit code 4: the change is above it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/both-sides.sh"

# The review itself stands in the comment; what the gate says of it goes to the error output.
lync-hybrid diff "${both_sides[@]}" --max-risk "${MAX_RISK:-high}" > /dev/null
