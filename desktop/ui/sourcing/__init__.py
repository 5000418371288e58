"""What values stand on, in the window: citations of every field, and values that contradict each other."""
