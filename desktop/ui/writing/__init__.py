"""Writing accounts: texts in which people are mentioned, each mention one sign."""
