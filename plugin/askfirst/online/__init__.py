"""Looking up where a published work's authors were, by DOI or ROR, and only when asked and told yes.

The one package that opens a connection to a service for look-ups (`asking`); nothing of it is imported by a check.
"""
