printf -- '---\ntitle: Moved\ndate: 2026-01-11\ntopics: [business]\nsources: [https://example.org/x]\nredirects: [/old/]\n---\nText.\n' > content/briefs/moved.md
brevier explain /old --as-of 2026-01-15
