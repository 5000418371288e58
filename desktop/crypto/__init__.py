"""Keys, sealing and signing: the age format, Ed25519 and SSH signatures. Knows no case."""
