"""Virtual trials: published field experiments, replayed with the true counterfactual known."""
