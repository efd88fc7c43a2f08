"""How a page's lines, titles and figures are understood."""
