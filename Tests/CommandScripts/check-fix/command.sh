chmod 640 content/briefs/second.md
brevier check --fix --as-of 2026-01-15; cat content/briefs/second.md; stat -c %a content/briefs/second.md; ls -A content/briefs
