"""Bytes in, article versions out: feeds, pages, relevance."""
