"""From a configuration to stored results: plan blocks, simulate them, keep each in whole parts."""
