"""Each rule proven by itself: worked examples, properties, and the power of both (CONTRIBUTING)."""
