"""The claims that sentences, paragraphs and whole texts make."""
