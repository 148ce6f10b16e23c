mkdir -p templates/assets; echo 'body {}' > templates/assets/site.css
brevier explain assets/site.css --as-of 2026-01-15
