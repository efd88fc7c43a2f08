"""Words and numbers of a sentence: the vocabulary, and what its words mean beside each other."""
