"""What the results say: comparisons, reports, figures, studies."""
