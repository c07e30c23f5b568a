"""TeX as text: arguments, balanced braces, accents, plain words. LaTeX, BibTeX and YAML use it."""
