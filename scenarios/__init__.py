"""The world they live in."""
