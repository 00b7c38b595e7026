"""Who acts, and by which rule."""
