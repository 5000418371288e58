"""What is seen and pressed: the window."""
