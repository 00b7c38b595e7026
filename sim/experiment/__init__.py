"""From a configuration to stored results: plan blocks, simulate them, keep each in whole parts.

>>> from talkoot.sim.experiment.store import TABLES
>>> TABLES
('places', 'months', 'members', 'outcomes')
"""
