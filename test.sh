#!/usr/bin/env bash
# Runs every test. Brings in what the tests need: packages by restore, a browser where none is installed.
#   ./test.sh              everything
#   ./test.sh DemoApi      one project: DemoApi, Dashboard or EndToEnd
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is missing: install it from https://dot.net and run this again." >&2
  exit 1
fi

have_browser() {
  [ -n "${VISUALIZER_BROWSER:-}" ] && return 0
  for program in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
    command -v "$program" >/dev/null && return 0
  done
  [ -d "/Applications/Google Chrome.app" ] || [ -d "/Applications/Microsoft Edge.app" ]
}

bring_browser() {
  have_browser && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && grep -qi '^ID=debian' /etc/os-release; then
    echo "No browser found: installing Debian's Chromium."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    return 0
  fi
  echo "No browser found: asking Playwright for its own."
  local driver
  driver=$(find tests/EndToEnd.Tests/bin -path '*/.playwright/package/cli.js' -print -quit)
  local node
  node=$(find tests/EndToEnd.Tests/bin -path '*/.playwright/node/*' -type f \( -name node -o -name node.exe \) -print -quit)
  "$node" "$driver" install chromium || {
    echo "That did not work. Install Chromium, Chrome or Edge, or name one in VISUALIZER_BROWSER; then run this again." >&2
    exit 1
  }
}

projects=(DemoApi Dashboard EndToEnd)
[ $# -gt 0 ] && projects=("$@")
configuration=${CONFIGURATION:-Debug}
[ "${SKIP_BUILD:-}" = 1 ] || dotnet build Visualizer.sln -c "$configuration" -m:2 -nologo -v q

filter=()
if ! command -v npm >/dev/null; then
  echo "No Node.js: the tests that run the OpenAPI linters are left out."
  filter=(--filter 'Needs!=node')
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
for project in "${projects[@]}"; do
  [ "$project" = EndToEnd ] && bring_browser
  dotnet test "tests/$project.Tests" -c "$configuration" --no-build --nologo ${filter[@]+"${filter[@]}"} 2>&1 | tee -a "$log" || status=1
done

# The counts of all projects in one line.
count() { awk -v key="$1:" '{ for (i = 1; i < NF; i++) if ($i == key) { n = $(i + 1); sub(",", "", n); sum += n } } END { print sum + 0 }' "$log"; }
passed=$(count Passed)
failed=$(count Failed)
echo "$passed passed, $failed failed"
[ "$passed" -gt 0 ] || { echo "No test ran." >&2; exit 1; }
exit $status
