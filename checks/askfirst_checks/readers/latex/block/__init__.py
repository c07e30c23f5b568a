"""Calls to a draft of the author block: what each macro's argument says."""
