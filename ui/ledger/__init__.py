"""The pages on which a ledger becomes tables three and four: its columns are confirmed, its count looked at and taken."""
