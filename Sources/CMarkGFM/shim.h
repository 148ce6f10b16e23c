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

/* Memory for one tree at a time on each thread: small pieces come from blocks that are given back
   all at once, large ones from malloc.

   A tree is thousands of small pieces that live and die together; taking and freeing each one by
   itself is a fifth of the parser's time. Large pieces are buffers, which some texts make and drop
   in great number, so those are freed when the library says so. Every piece begins with its size.
   The first block of a thread is kept for its next tree; all else goes with the tree. */
typedef struct gfm_block {
  struct gfm_block *previous;
  size_t size;
  size_t used;
  size_t padding;
} gfm_block;

typedef struct gfm_large {
  struct gfm_large *previous;
  struct gfm_large *next;
  size_t padding;
  size_t size; /* stands right before the piece, as it does for small ones */
} gfm_large;

typedef struct gfm_arena {
  gfm_block *top;
  gfm_large *large;
  unsigned trees;
} gfm_arena;

enum { GFM_BLOCK = 256 * 1024, GFM_SMALL = 2048, GFM_HEAD = 16 };

static inline size_t *gfm_size(void *piece) { return (size_t *)piece - 1; }

static inline void *gfm_take_large(gfm_arena *arena, size_t count, int zeroed) {
  size_t size = sizeof(gfm_large) + count;
  /* calloc knows of pages that are zero already */
  gfm_large *large = (gfm_large *)(zeroed ? calloc(1, size) : malloc(size));
  if (!large) abort(); /* as the library's own allocator does */
  large->previous = NULL;
  large->next = arena->large;
  if (arena->large) arena->large->previous = large;
  arena->large = large;
  large->size = count;
  return large + 1;
}

static inline void *gfm_take(gfm_arena *arena, size_t count) {
  if (count > ((size_t)1 << 40)) abort();
  if (count > GFM_SMALL) return gfm_take_large(arena, count, 0);
  count = (count + 15) & ~(size_t)15;
  size_t need = count + GFM_HEAD;
  if (!arena->top || arena->top->size - arena->top->used < need) {
    gfm_block *block = (gfm_block *)malloc(sizeof(gfm_block) + GFM_BLOCK);
    if (!block) abort();
    block->previous = arena->top;
    block->size = GFM_BLOCK;
    block->used = 0;
    arena->top = block;
  }
  char *piece = (char *)(arena->top + 1) + arena->top->used + GFM_HEAD;
  arena->top->used += need;
  *gfm_size(piece) = count;
  return piece;
}

static inline void gfm_forget(gfm_arena *arena, void *piece) {
  if (!piece || *gfm_size(piece) <= GFM_SMALL) return;
  gfm_large *large = (gfm_large *)piece - 1;
  if (large->next) large->next->previous = large->previous;
  if (large->previous) {
    large->previous->next = large->next;
  } else {
    arena->large = large->next;
  }
  free(large);
}

static inline void *gfm_take_zeroed(gfm_arena *arena, size_t count, size_t size) {
  if (size && count > (size_t)-1 / size) abort();
  if (count * size > GFM_SMALL) return gfm_take_large(arena, count * size, 1);
  return memset(gfm_take(arena, count * size), 0, count * size);
}

static inline void *gfm_resize(gfm_arena *arena, void *old, size_t count) {
  if (!old) return gfm_take(arena, count);
  size_t had = *gfm_size(old);
  if (count <= had) return old;
  if (had > GFM_SMALL) { /* realloc can move pages without copying them */
    gfm_large *large = (gfm_large *)realloc((gfm_large *)old - 1, sizeof(gfm_large) + count);
    if (!large) abort();
    large->size = count;
    if (large->next) large->next->previous = large;
    if (large->previous) {
      large->previous->next = large;
    } else {
      arena->large = large;
    }
    return large + 1;
  }
  void *piece = memcpy(gfm_take(arena, count), old, had);
  gfm_forget(arena, old);
  return piece;
}

/* Begins a tree. */
static inline void gfm_arena_retain(gfm_arena *arena) { arena->trees += 1; }

/* Ends a tree; the memory goes when no other needs it, all but one block. */
static inline void gfm_arena_release(gfm_arena *arena) {
  arena->trees -= 1;
  if (arena->trees) return;
  while (arena->large) gfm_forget(arena, arena->large + 1);
  if (!arena->top) return;
  while (arena->top->previous) {
    gfm_block *previous = arena->top->previous;
    free(arena->top);
    arena->top = previous;
  }
  arena->top->used = 0;
}

static inline gfm_arena *_Nonnull gfm_arena_new(void) {
  gfm_arena *arena = (gfm_arena *)calloc(1, sizeof(gfm_arena));
  if (!arena) abort();
  return arena;
}

/* Frees everything, when a thread ends. */
static inline void gfm_arena_free(gfm_arena *arena) {
  arena->trees = 1;
  gfm_arena_release(arena);
  free(arena->top);
  free(arena);
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
