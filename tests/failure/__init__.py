"""What goes wrong outside the model: killed processes, full disks, torn files."""
