brevier --help
