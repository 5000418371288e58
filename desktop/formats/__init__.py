"""What makes or reads bytes for a stranger: packages, tables, pictures."""
