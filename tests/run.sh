#!/usr/bin/env bash
# Runs every test. Installs what the tests need and this machine lacks (Debian packages).
#   tests/run.sh          all tests
#   tests/run.sh quick    without the browser, the real Qdrant and the whole-program tests
# Last line: "N passed, N failed, N skipped". Exit code 0 only when none failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

quick=${1:-}
packages=()
[ -d /usr/lib/postgresql ] || packages+=(postgresql-15)
if [ "$quick" != quick ]; then
  [ -x /usr/bin/chromium ] || packages+=(chromium)
  [ -x /usr/bin/soffice ] || packages+=(libreoffice-writer)
  command -v npm >/dev/null || packages+=(nodejs npm)
fi
if [ ${#packages[@]} -gt 0 ] && command -v apt-get >/dev/null; then
  echo "Installing for the tests: ${packages[*]}"
  # The tests start databases of their own: the package's need not run.
  if [ ! -e /etc/postgresql-common ] && mkdir /etc/postgresql-common 2>/dev/null; then echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf; fi
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"; } >/tmp/nodebot-apt.log 2>&1 \
    || { tail -5 /tmp/nodebot-apt.log; echo "They could not be installed: tests that need them will fail or be skipped. Install them by hand."; }
fi

if ! dotnet build NodeBot.sln -v quiet -p:WarningLevel=4; then
  echo "The build failed."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

passed=0 failed=0 skipped=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  [ "$quick" = quick ] && [ "$name" = NodeBot.EndToEnd.Tests ] && continue
  echo "== $name"
  log=$(mktemp)
  dotnet run --no-build --project "$project" -- --progress off --ansi off --timeout 15m >"$log" 2>&1
  code=$?
  count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$log" | tail -1; }
  p=$(count succeeded) f=$(count failed) s=$(count skipped)
  # A project that crashed, or ran no test at all, has failed, whatever it counted.
  if [ "$code" -ne 0 ] && [ "${f:-0}" -eq 0 ]; then f=1; fi
  if [ "$code" -ne 0 ]; then cat "$log"; else tail -6 "$log"; grep -E "^skipped " -A1 "$log"; fi
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
  rm -f "$log"
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
