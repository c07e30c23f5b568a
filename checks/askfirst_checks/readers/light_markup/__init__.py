"""Author blocks that are plain text: paragraphs of Markdown, strings in YAML."""
