brevier explain https://example.org/companies/acme --as-of 2026-01-15
