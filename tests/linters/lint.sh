#!/usr/bin/env bash
# Both linters over one OpenAPI document; any finding fails.   tests/linters/lint.sh <openapi.json>
set -euo pipefail
[ $# -eq 1 ] && [ -f "$1" ] || { echo "usage: lint.sh <openapi.json>" >&2; exit 2; }
document=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
for tool in node npm; do
  command -v "$tool" >/dev/null || { echo "The OpenAPI linters need Node.js 20 or later, and '$tool' is not on this machine: not linted." >&2; exit 3; }
done
# Installed once per lock file; install scripts are of no use here.
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
failed=0
node_modules/.bin/spectral lint --ruleset .spectral.yaml --fail-severity hint "$document" || failed=1
node_modules/.bin/redocly lint --config redocly.yaml "$document" || failed=1
exit $failed
