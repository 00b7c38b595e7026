"""What can be chosen by name: Hydra's configuration groups."""
