"""Author blocks that Markdown, Quarto and R Markdown print as text, in YAML strings and in the body."""
