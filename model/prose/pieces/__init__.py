"""A sentence cut into pieces, and what each of them tells by itself."""
