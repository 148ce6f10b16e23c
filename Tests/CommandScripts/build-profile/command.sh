brevier build --as-of 2026-01-15 --profile | grep -E 'rendered|time|^base.html|written' | sed 's/[0-9][0-9.]* %/SHARE/; s/  */ /g'
