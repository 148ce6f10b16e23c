brevier build --as-of 2026-01-01 --verbose --output out
