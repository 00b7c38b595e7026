"""What five small studies gave: a change of the model that is not meant shows here at once."""
