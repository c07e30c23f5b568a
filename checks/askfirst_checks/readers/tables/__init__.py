"""Author lists as tables: CSV, TOML."""
