"""What Python calls: compare, sweep, run, trial; `import talkoot` gives their names."""
