mkdir out && echo mine >out/notes.txt && brevier build --as-of 2026-01-15 --output out; code=$?; cat out/notes.txt; exit $code
