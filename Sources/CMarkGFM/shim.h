/* The C library as Swift sees it.

   The table and strikethrough extensions number their node types when they register, in variables
   that the libraries export and no header declares. Swift refuses a mutable global of C, so they
   are read through functions.

   A node's text is read in place where Debian's headers show the node's layout: the public getter
   copies it, once for every node. */
#ifndef BREVIER_CMARK_GFM_H
#define BREVIER_CMARK_GFM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
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

/* A stretch of bytes inside a node; valid until the tree is changed or freed. */
typedef struct gfm_bytes {
  const unsigned char *start;
  size_t count;
} gfm_bytes;

static inline gfm_bytes gfm_text(const char *text) {
  gfm_bytes bytes = {(const unsigned char *)text, text ? strlen(text) : 0};
  return bytes;
}

/* The text of a TEXT, CODE, HTML_INLINE, HTML_BLOCK or FOOTNOTE_REFERENCE node. */
static inline gfm_bytes gfm_literal(cmark_node *node) {
#ifdef GFM_NODE_LAYOUT
  gfm_bytes bytes = {node->as.literal.data, (size_t)node->as.literal.len};
  return bytes;
#else
  return gfm_text(cmark_node_get_literal(node));
#endif
}

/* The address of a LINK or IMAGE node, with entities and backslashes resolved. */
static inline gfm_bytes gfm_url(cmark_node *node) {
#ifdef GFM_NODE_LAYOUT
  gfm_bytes bytes = {node->as.link.url.data, (size_t)node->as.link.url.len};
  return bytes;
#else
  return gfm_text(cmark_node_get_url(node));
#endif
}

/* The title of a LINK or IMAGE node. */
static inline gfm_bytes gfm_title(cmark_node *node) {
#ifdef GFM_NODE_LAYOUT
  gfm_bytes bytes = {node->as.link.title.data, (size_t)node->as.link.title.len};
  return bytes;
#else
  return gfm_text(cmark_node_get_title(node));
#endif
}

/* The text of a CODE_BLOCK node. */
static inline gfm_bytes gfm_code(cmark_node *node) {
#ifdef GFM_NODE_LAYOUT
  gfm_bytes bytes = {node->as.code.literal.data, (size_t)node->as.code.literal.len};
  return bytes;
#else
  return gfm_text(cmark_node_get_literal(node));
#endif
}

/* The info string of a CODE_BLOCK node. */
static inline gfm_bytes gfm_fence_info(cmark_node *node) {
#ifdef GFM_NODE_LAYOUT
  gfm_bytes bytes = {node->as.code.info.data, (size_t)node->as.code.info.len};
  return bytes;
#else
  return gfm_text(cmark_node_get_fence_info(node));
#endif
}

/* Whether an ITEM node belongs to the task list extension. */
static inline int gfm_is_task(cmark_node *node) {
  return strcmp(cmark_node_get_type_string(node), "tasklist") == 0;
}

/* The bits of a node type that tell the types apart, as plain numbers. */
static inline unsigned gfm_type(cmark_node *node) { return (unsigned)cmark_node_get_type(node); }

#endif
