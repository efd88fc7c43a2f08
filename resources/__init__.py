"""Forms, typefaces, icons, samples and the manual: all data that the program ships with."""
