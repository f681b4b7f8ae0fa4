"""Version and lexicon in, claims with their evidence out: one file per kind of claim."""
