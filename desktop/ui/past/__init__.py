"""What a record said before, what contradicts itself, and what is put aside or erased."""
