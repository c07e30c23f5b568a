"""Where no macro says it: pages set by hand, affiliations behind the text, blocks that nobody could read."""
