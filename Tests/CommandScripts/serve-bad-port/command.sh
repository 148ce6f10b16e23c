brevier serve --port 70000
