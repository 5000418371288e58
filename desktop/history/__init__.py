"""Who said what after what: revisions, fold, conflicts, verification (pure)."""
