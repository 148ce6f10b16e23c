brevier --version
