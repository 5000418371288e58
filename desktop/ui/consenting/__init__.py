"""What somebody agreed to, as a form, and taking it back."""
