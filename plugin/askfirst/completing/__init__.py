"""Completion for shells: what can be typed, read off argparse, and one script a shell."""
