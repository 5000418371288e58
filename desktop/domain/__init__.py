"""What is true without a computer: records, dates, names, vocabularies (pure)."""
