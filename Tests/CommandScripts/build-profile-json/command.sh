brevier build --as-of 2026-01-15 --profile --format json | grep -E '^  "|"base.html"' -A1 | grep -vE 'nanoseconds|^--'
