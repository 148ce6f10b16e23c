// The system's zlib. `deflateInit2` is a macro that hands over the version and the size of the
// stream, which Swift does not see.
#include <zlib.h>

static inline int brevier_deflate_init(z_stream *stream, int level, int windowBits) {
  return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}
