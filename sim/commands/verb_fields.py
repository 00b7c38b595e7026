"""`talkoot fields`: what runs leave behind, every column with unit and meaning."""


def help_text() -> str:
    """Return what `talkoot fields --help` prints."""
    return (
        "Every table and column that runs leave behind, with unit and meaning, as Markdown.\n\n"
        "usage: talkoot fields         (results/README.md is made so: talkoot fields > "
        "results/README.md)"
    )


def main(typed: list[str]) -> None:
    """Print the page."""
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.sim.show.results_page import results_page

    if typed:
        raise InputError([Complaint("command line", typed[0], "cannot be used here", "no key")])
    print(results_page(), end="")
