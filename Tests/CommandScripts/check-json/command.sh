brevier check --as-of 2026-01-15 --format json
