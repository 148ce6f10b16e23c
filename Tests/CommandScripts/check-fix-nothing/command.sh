brevier check --fix --as-of 2026-01-15 --format json | head -c 40
