"""How everything looks: colours, letters, icons and the small parts that all pages share."""
