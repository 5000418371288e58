"""Each change of a vault's tables, one module a step; `migrating` takes them in order."""
