"""The case, system by system: what was expected, what is found, and how sure that is.

``make case`` runs it all and writes docs/case.md; tests ask the same questions with fewer runs.
"""
