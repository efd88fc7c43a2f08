"""A draft looked at before it goes out: remarks, edits, a second look, what differs, what lies before filing."""
