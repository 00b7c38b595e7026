"""Metamorphic tests: how two worlds that differ in one thing must compare, whatever they hold.

Each relation is asked of the engine and of the plain Mesa model, and once more of the plain Mesa
model with a fault planted that breaks just what the relation guards: then it must be violated.
"""
