brevier explain /brief/first/ --as-of 2026-01-15
