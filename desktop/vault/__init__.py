"""Keeps it: SQLCipher databases, key slots, sealed evidence and the lock of one vault folder."""
