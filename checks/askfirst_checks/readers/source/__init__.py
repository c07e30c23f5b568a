"""Bytes to text, and text that knows where in its file it came from."""
