"""Claims about the code and about the world."""
