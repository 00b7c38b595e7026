"""What is kept: parts of Parquet, a ledger of them, one tidy view over all of a study."""
