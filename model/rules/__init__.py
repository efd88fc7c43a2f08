"""The catalogue of checks: one short generator per rule, in modules by subject; each module lists its RULES."""
