brevier serve --help
