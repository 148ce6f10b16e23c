brevier check --as-of 15/01/2026
