"""`talkoot credibility`: how far the simulation can be trusted, factor by factor."""


def help_text() -> str:
    """Return what `talkoot credibility --help` prints."""
    return (
        "The credibility card (after NASA-STD-7009) and every target, as Markdown.\n\n"
        "usage: talkoot credibility      (docs/credibility.md is made so)"
    )


def main(typed: list[str]) -> None:
    """Print the page."""
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.sim.show.credibility_page import credibility

    if typed:
        raise InputError([Complaint("command line", typed[0], "cannot be used here", "no key")])
    print(credibility(), end="")
