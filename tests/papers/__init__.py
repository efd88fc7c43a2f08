"""Papers to look at: hard reports, and sheets on which many pages stand side by side. Started by `make papers`."""
