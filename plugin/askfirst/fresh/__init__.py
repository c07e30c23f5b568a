"""``askfirst lists update``: newer lists of institutions, fetched or read from a file, only when asked and told yes."""
