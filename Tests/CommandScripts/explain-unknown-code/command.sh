brevier explain F044
