"""What seeds/lexicon means once loaded: names become mentions."""
