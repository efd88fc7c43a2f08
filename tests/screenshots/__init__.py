"""Pictures of every page and state of the window, to be looked at: `make screenshots`."""
