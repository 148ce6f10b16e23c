brevier explain x1; brevier explain P4 | tail -4
