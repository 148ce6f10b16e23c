brevier build --as-of 2026-01-15 && ls site && brevier build --as-of 2026-01-15
