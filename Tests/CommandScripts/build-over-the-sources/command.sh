brevier build --as-of 2026-01-15 --output content
