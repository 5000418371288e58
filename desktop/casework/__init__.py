"""What a caseworker does: one function per action, a preview before each decision."""
