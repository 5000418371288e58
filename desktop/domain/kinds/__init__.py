"""One model a kind, a file a family of kinds."""
