"""What the simulation must agree with: targets as data, measures, virtual trials, calibration."""
