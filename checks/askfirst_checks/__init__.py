"""The judgement of askfirst: pure and offline. It reads text, names what it read, and asks."""
