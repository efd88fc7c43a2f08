"""What the numbers of a sentence tell of each other, reckoned without asking its words."""
