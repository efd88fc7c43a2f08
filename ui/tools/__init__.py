"""What is done with a report as a whole: import, export, preview, print, compare, sign off."""
