"""A new vault from what a damaged one, its backups and packages still give; the damaged one is only read."""
