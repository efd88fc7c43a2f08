"""What pieces of a sentence tell for what stands beside them: parts, other bodies, other years, other matters."""
