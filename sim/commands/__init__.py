"""What is typed, and what is clicked."""
