brevier explain /briefs/first/ --as-of 2026-01-15
