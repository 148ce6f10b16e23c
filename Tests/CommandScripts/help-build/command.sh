brevier build --help
