"""The table's values as a world changes them."""

from talkoot.agents.elements import parameters_without
from talkoot.agents.parameters import Parameters, parameters

from .question_compare import Changed


def chosen_parameters(config: Changed) -> Parameters:
    """Return the table's values as the theory, what is switched off and the user change them."""
    changed = config.theory.parameters | parameters_without(config.without) | config.parameters
    return parameters(**changed)
