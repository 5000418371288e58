"""What keeps the vault itself: backups, recovery, checks, keys, and what to do in an emergency."""
