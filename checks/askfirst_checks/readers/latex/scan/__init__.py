"""Files to calls: which macros stand in them, with their arguments, the user's own macros expanded."""
