"""Activities by number. Made by `make docs` from agents/activities.csv: change that."""

from talkoot.agents.columns import Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch

from . import activity_building_argument as building_argument
from . import activity_coordination as coordination
from . import activity_discussing_developments as discussing_developments
from . import activity_documenting as documenting
from . import activity_growing_confidence as growing_confidence
from . import activity_mapping_knowledge as mapping_knowledge
from . import activity_problem_solving as problem_solving
from . import activity_requests_for_information as requests_for_information
from . import activity_reusing_assets as reusing_assets
from . import activity_seeking_experience as seeking_experience
from . import activity_visits as visits


@part
def look_for_activity(
    p: Parameters, activity: int, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """See whether an activity is possible, who would begin it and how pressing it is."""
    if activity == 0:
        problem_solving.look_for(p, g, firms, groups, scratch)
    elif activity == 1:
        requests_for_information.look_for(p, g, firms, groups, scratch)
    elif activity == 2:
        seeking_experience.look_for(p, g, firms, groups, scratch)
    elif activity == 3:
        reusing_assets.look_for(p, g, firms, groups, scratch)
    elif activity == 4:
        coordination.look_for(p, g, firms, groups, scratch)
    elif activity == 5:
        building_argument.look_for(p, g, firms, groups, scratch)
    elif activity == 6:
        growing_confidence.look_for(p, g, firms, groups, scratch)
    elif activity == 7:
        discussing_developments.look_for(p, g, firms, groups, scratch)
    elif activity == 8:
        documenting.look_for(p, g, firms, groups, scratch)
    elif activity == 9:
        visits.look_for(p, g, firms, groups, scratch)
    elif activity == 10:
        mapping_knowledge.look_for(p, g, firms, groups, scratch)


@part
def do_activity(
    p: Parameters,
    month: int,
    activity: int,
    g: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> float:
    """Do one activity; return what changed for who began it."""
    if activity == 0:
        return problem_solving.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 1:
        return requests_for_information.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 2:
        return seeking_experience.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 3:
        return reusing_assets.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 4:
        return coordination.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 5:
        return building_argument.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 6:
        return growing_confidence.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 7:
        return discussing_developments.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 8:
        return documenting.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 9:
        return visits.do(p, month, g, firms, groups, ledger, scratch)
    if activity == 10:
        return mapping_knowledge.do(p, month, g, firms, groups, ledger, scratch)
    return 0.0
