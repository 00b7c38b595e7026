"""What is asked, cut into blocks of replications, each with the key of what decides its numbers."""
