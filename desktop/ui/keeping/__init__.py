"""Taking tables in, checking the vault, taking everything out."""
