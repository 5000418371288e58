"""Contacts, and cases that are handed over and received."""
