"""The pages of prose: an editor whose numbers follow the tables, and what stands beside it."""
