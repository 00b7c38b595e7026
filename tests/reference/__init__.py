"""The same month as plain Mesa: one object per agent, no columns, no kernels, nothing compiled.

It calls the same rules and must agree with the engine bit for bit; with Mesa's own random numbers
instead of keyed draws it is the peer that the speed is measured against.
"""
