brevier build --as-of 2026-01-15 --quiet --output out && ls out/briefs
