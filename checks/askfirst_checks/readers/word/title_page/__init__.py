"""The title page by its lines: what each is, who is named, which place is whose, in one language or two."""
