"""What a text is of another: copy, variant, update, translation or new; and which stories belong together."""
