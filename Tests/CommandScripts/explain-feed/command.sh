brevier explain feed.xml --as-of 2026-01-15
