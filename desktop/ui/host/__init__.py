"""What only some systems have: being told to end or to lock, and a fresh image of the program."""
