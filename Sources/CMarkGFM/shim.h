/* The C library as Swift sees it.

   Nodes are plain pointers here, and each question about a node is one inline function. That hides
   two things. The table and strikethrough extensions number their node types when they register,
   in exported variables that no header declares, and Swift refuses mutable globals of C. And a
   node's text is read in place where the installed headers show the layout (Debian's do), because
   the public getters copy it, once for every node. */
#ifndef GFM_SHIM_H
#define GFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <stdlib.h>
#include <string.h>

#if __has_include(<cmark-gfm/node.h>)
#include <cmark-gfm/node.h>
#define GFM_NODE_LAYOUT 1
#endif

extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

static inline unsigned gfm_type_table(void) { return CMARK_NODE_TABLE; }
static inline unsigned gfm_type_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline unsigned gfm_type_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline unsigned gfm_type_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

/* A node of a parsed tree. */
typedef void *gfm_node;

/* A stretch of bytes inside a node; valid until the tree is changed or freed. */
typedef struct gfm_bytes {
  const unsigned char *start;
  size_t count;
} gfm_bytes;

static inline gfm_bytes gfm_text(const char *text) {
  gfm_bytes bytes = {(const unsigned char *)text, text ? strlen(text) : 0};
  return bytes;
}

#ifdef GFM_NODE_LAYOUT
#define GFM_FIELD(field, getter) (((cmark_node *)node)->field)
#define GFM_CHUNK(field, getter)                                                                  \
  gfm_bytes bytes = {((cmark_node *)node)->as.field.data,                                         \
                     (size_t)((cmark_node *)node)->as.field.len};                                 \
  return bytes
#else
#define GFM_FIELD(field, getter) (getter((cmark_node *)node))
#define GFM_CHUNK(field, getter) return gfm_text(getter((cmark_node *)node))
#endif

/* Memory for one tree at a time on each thread: taken from large blocks, given back all at once.

   A tree is thousands of small pieces that live and die together; taking and freeing each one by
   itself is a fifth of the parser's time. Every piece begins with its size, for realloc. The first
   block of a thread is kept for its next tree; the others are freed with the tree. */
typedef struct gfm_block {
  struct gfm_block *previous;
  size_t size;
  size_t used;
  size_t padding;
} gfm_block;

typedef struct gfm_arena {
  gfm_block *top;
  unsigned trees;
} gfm_arena;

/* This thread's memory. Inside a function, since Swift drops thread-local globals;
   and one for each Swift file that asks, so only one file may use what follows. */
static inline gfm_arena *gfm_here(void) {
  static __thread gfm_arena arena;
  return &arena;
}

static inline void *gfm_take(size_t count) {
  gfm_arena *arena = gfm_here();
  const size_t head = 16, first = 256 * 1024;
  if (count > (size_t)1 << 40) abort();
  size_t need = ((count + 15) & ~(size_t)15) + head;
  if (!arena->top || arena->top->size - arena->top->used < need) {
    size_t size = arena->top ? arena->top->size * 2 : first;
    if (size > 64 * first) size = 64 * first;
    if (size < need) size = need;
    gfm_block *block = (gfm_block *)malloc(sizeof(gfm_block) + size);
    if (!block) abort(); /* as the library's own allocator does */
    block->previous = arena->top;
    block->size = size;
    block->used = 0;
    arena->top = block;
  }
  char *piece = (char *)(arena->top + 1) + arena->top->used;
  arena->top->used += need;
  *(size_t *)piece = need - head;
  return piece + head;
}

static inline void *gfm_calloc(size_t count, size_t size) {
  if (size && count > (size_t)-1 / size) abort();
  return memset(gfm_take(count * size), 0, count * size);
}

static inline void *gfm_realloc(void *old, size_t count) {
  gfm_arena *arena = gfm_here();
  if (!old) return gfm_take(count);
  size_t *had = (size_t *)((char *)old - 16);
  if (count <= *had) return old;
  char *end = (char *)(arena->top + 1) + arena->top->used;
  size_t more = ((count + 15) & ~(size_t)15) - *had;
  if ((char *)old + *had == end && arena->top->size - arena->top->used >= more) {
    arena->top->used += more;
    *had += more;
    return old;
  }
  return memcpy(gfm_take(count), old, *had);
}

static inline void gfm_forget(void *piece) { (void)piece; }

/* A parser whose pieces, and those of its tree, last until gfm_release(), on this thread. */
static inline cmark_parser *gfm_parser_new(int options) {
  static cmark_mem mem = {gfm_calloc, gfm_realloc, gfm_forget};
  gfm_here()->trees += 1;
  return cmark_parser_new_with_mem(options, &mem);
}

/* Ends what gfm_parser_new() began; the memory goes when nothing on this thread needs it. */
static inline void gfm_release(void) {
  gfm_arena *arena = gfm_here();
  arena->trees -= 1;
  if (arena->trees || !arena->top) return;
  while (arena->top->previous) {
    gfm_block *previous = arena->top->previous;
    free(arena->top);
    arena->top = previous;
  }
  arena->top->used = 0;
}

/* Ends a parse; the tree belongs to the caller. NULL only when the parser is. */
static inline gfm_node gfm_finish(cmark_parser *parser) { return cmark_parser_finish(parser); }
static inline void gfm_free(gfm_node node) { cmark_node_free((cmark_node *)node); }

static inline unsigned gfm_type(gfm_node node) {
  return (unsigned)GFM_FIELD(type, cmark_node_get_type);
}
static inline gfm_node gfm_first_child(gfm_node node) {
  return GFM_FIELD(first_child, cmark_node_first_child);
}
static inline gfm_node gfm_next(gfm_node node) { return GFM_FIELD(next, cmark_node_next); }
static inline gfm_node gfm_parent(gfm_node node) { return GFM_FIELD(parent, cmark_node_parent); }

/* Lines count from one; the library's columns are not to be trusted for inlines. */
static inline int gfm_start_line(gfm_node node) {
  return GFM_FIELD(start_line, cmark_node_get_start_line);
}
static inline int gfm_end_line(gfm_node node) { return GFM_FIELD(end_line, cmark_node_get_end_line); }

/* The text of a TEXT, CODE, HTML_INLINE, HTML_BLOCK or FOOTNOTE_REFERENCE node. */
static inline gfm_bytes gfm_literal(gfm_node node) { GFM_CHUNK(literal, cmark_node_get_literal); }
/* The address of a LINK or IMAGE node, with entities and backslashes resolved. */
static inline gfm_bytes gfm_url(gfm_node node) { GFM_CHUNK(link.url, cmark_node_get_url); }
/* The title of a LINK or IMAGE node. */
static inline gfm_bytes gfm_title(gfm_node node) { GFM_CHUNK(link.title, cmark_node_get_title); }
/* The text and the info string of a CODE_BLOCK node. */
static inline gfm_bytes gfm_code(gfm_node node) { GFM_CHUNK(code.literal, cmark_node_get_literal); }
static inline gfm_bytes gfm_fence_info(gfm_node node) {
  GFM_CHUNK(code.info, cmark_node_get_fence_info);
}

static inline int gfm_heading_level(gfm_node node) {
  return cmark_node_get_heading_level((cmark_node *)node);
}
static inline int gfm_is_bullet_list(gfm_node node) {
  return cmark_node_get_list_type((cmark_node *)node) == CMARK_BULLET_LIST;
}
static inline int gfm_list_start(gfm_node node) {
  return cmark_node_get_list_start((cmark_node *)node);
}
static inline int gfm_is_tight(gfm_node node) {
  return cmark_node_get_list_tight((cmark_node *)node);
}

/* Whether an ITEM node is a task, and whether it is done. */
static inline int gfm_is_task(gfm_node node) {
  return strcmp(cmark_node_get_type_string((cmark_node *)node), "tasklist") == 0;
}
static inline int gfm_is_done(gfm_node node) {
  return cmark_gfm_extensions_get_tasklist_item_checked((cmark_node *)node);
}

static inline int gfm_is_header_row(gfm_node node) {
  return cmark_gfm_extensions_get_table_row_is_header((cmark_node *)node);
}
/* The alignment of a table's column: 'l', 'c', 'r' or 0. */
static inline unsigned char gfm_alignment(gfm_node node, int column) {
  const unsigned char *all = cmark_gfm_extensions_get_table_alignments((cmark_node *)node);
  return all && column < cmark_gfm_extensions_get_table_columns((cmark_node *)node) ? all[column] : 0;
}

/* The library's own HTML, which the tests compare with; free it with free(). */
static inline char *gfm_render_html(gfm_node node, int options, cmark_parser *parser) {
  return cmark_render_html((cmark_node *)node, options,
                           cmark_parser_get_syntax_extensions(parser));
}

#endif
