"""What lies under the hand: the open report, its file, its session, settings and work in the background."""
