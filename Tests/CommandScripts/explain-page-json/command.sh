brevier explain briefs/first/index.html --as-of 2026-01-15 --format json | grep -v nanoseconds
