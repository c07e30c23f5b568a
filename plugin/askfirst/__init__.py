"""askfirst: a scientist's own responsibility, turned into a prompt."""

__version__ = "0.1.0"
