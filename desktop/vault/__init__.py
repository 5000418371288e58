"""What touches our disk: SQLCipher databases, sealed evidence, key slots, the lock."""
