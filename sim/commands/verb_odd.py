"""`talkoot odd`: the model's description, generated from the code."""


def help_text() -> str:
    """Return what `talkoot odd --help` prints."""
    return (
        "The ODD+D description of the model as Markdown; its facts are read from the code.\n\n"
        "usage: talkoot odd            print it (docs/ODD.md is made so: talkoot odd > docs/ODD.md)"
    )


def main(typed: list[str]) -> None:
    """Print the document."""
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.sim.show.odd import odd

    if typed:
        raise InputError([Complaint("command line", typed[0], "cannot be used here", "no key")])
    print(odd(), end="")
