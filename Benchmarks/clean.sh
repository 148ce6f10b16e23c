#!/usr/bin/env bash
# One clean build, nothing remembered before it: clean.sh BREVIER SITE OUT
rm -rf "$2/.brevier"
exec "$1" build --quiet --source "$2" --output "$3"
