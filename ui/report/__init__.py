"""The pages of one report around the grid and the prose: outline, cover page, tables, finding words."""
