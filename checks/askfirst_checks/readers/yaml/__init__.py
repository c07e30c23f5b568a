"""YAML of front matters and metadata files: nodes with their places, authors, affiliations."""
