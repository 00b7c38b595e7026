"""`talkoot schedule`: what happens in a month, in order."""


def help_text() -> str:
    """Return what `talkoot schedule --help` prints."""
    return "What happens in a month, in order.\n\nusage: talkoot schedule"


def main(typed: list[str]) -> None:
    """Print the schedule: phase, process, and what it does."""
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.sim.engine.month import SCHEDULE

    if typed:
        raise InputError([Complaint("schedule", " ".join(typed), "too much", "no arguments")])
    before = ""
    for phase, process in SCHEDULE:
        if phase != before:
            print(phase)
            before = phase
        said = " ".join((process.__doc__ or "").split("\n\n")[0].split())
        print(f"  {process.__name__:<26}{said}")
