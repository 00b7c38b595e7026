"""The eleven activities, each with ``look`` (is it possible?) and ``do`` (what comes of it)."""

from typing import Any, NamedTuple

from . import activities_of_knowing as knowing
from . import activities_of_minds as minds
from . import activities_of_needs as needs


class Kind(NamedTuple):
    """How an activity is looked for and done."""

    look: Any
    do: Any


KINDS = (
    Kind(needs.look_problem, needs.solve),
    Kind(needs.look_request, needs.pass_on),
    Kind(needs.look_experience, needs.tell),
    Kind(needs.look_asset, needs.lend),
    Kind(minds.look_opportunity, minds.plan),
    Kind(minds.look_argument, minds.argue),
    Kind(minds.look_doubt, minds.encourage),
    Kind(minds.look_idea, minds.feedback),
    Kind(knowing.look_writer, knowing.write),
    Kind(knowing.look_visit, knowing.visit),
    Kind(knowing.look_gaps, knowing.map_it),
)
