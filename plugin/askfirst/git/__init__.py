"""What git holds: the staged content, the commits that leave, and the hook that asks about them."""
