"""What is secret: the age format, signatures, key derivation; knows no case."""
