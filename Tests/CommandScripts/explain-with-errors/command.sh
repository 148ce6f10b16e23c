printf -- '---\ntitle: Bad\ndate: 2026-01-11\n---\nText.\n' > content/briefs/bad.md
brevier explain briefs/first/ --as-of 2026-01-15
