"""What stands behind the language server: documents, works, diagnostics, actions. Only ``server.py`` imports pygls."""
