"""Who computes: threads, processes, a cluster; what fails is noted, what is finished is kept."""
