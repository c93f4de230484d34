#!/usr/bin/env bash
# Tells what the rules found in the change, as annotations and as a file.
#
#   lint.sh github|azure|text [folder, default: review]
#
# Writes <folder>/findings.sarif (code scanning) and <folder>/findings.xml (JUnit), and annotations on the output.
# LINT_FAIL_ON: error (default), warning, info or none. Exit code 3: there are such findings.
set -euo pipefail

format=$1
folder=${2:-review}
head_out=$folder/head/cdktf.out
PATH=$PWD/node_modules/.bin:$PATH

# The files are for reading: only the last call decides.
lync-hybrid lint "$head_out" --format sarif --fail-on none > "$folder/findings.sarif"
lync-hybrid lint "$head_out" --format junit --fail-on none > "$folder/findings.xml"
lync-hybrid lint "$head_out" --format "$format" --fail-on "${LINT_FAIL_ON:-error}"
