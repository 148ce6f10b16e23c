printf -- '---\ntitle: Later\ndate: 2026-03-01\ntopics: [business]\nsources: [https://example.org/x]\n---\nText.\n' > content/briefs/later.md
brevier explain briefs/later --as-of 2026-01-15
