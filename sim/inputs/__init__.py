"""From what is asked, on a command line or in Python, to checked configurations and plans."""
