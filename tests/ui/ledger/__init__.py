"""The pages on which a ledger becomes tables three and four."""
