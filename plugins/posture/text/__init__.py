"""Arabic and English text as values: folding, sentences, quantities, moments, languages, addresses."""
