"""What words tell of the tables, compared with them: the findings of N1 to N18."""
