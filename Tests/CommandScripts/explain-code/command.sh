brevier explain f004
