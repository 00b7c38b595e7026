"""The month, the model that runs it, and what is observed."""
