"""When a source is asked again, and what its answers teach: decisions of collecting, without doing any of it."""
