brevier build --outputs site
