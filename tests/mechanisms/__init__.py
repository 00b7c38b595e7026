"""Each mechanism in the small: worlds of a few entrepreneurs whose future is known beforehand.

They live in the compiled month, with all other mechanisms off, so that what is asserted is known in
closed form or by counting and owes nothing to the code. Where chance decides, the tolerance follows
from the number of keyed draws (``chances.py``).
"""
