"""Times measured side by side with a yardstick: run by make bench, never with the tests."""
