"""Timings: ratios within one run, never bare seconds in a test."""
