"""Which study is meant by `study=NAME [results=FOLDER]`, for verbs that look at one."""

from pathlib import Path

from talkoot.scenarios.errors import Complaint, InputError, nearest

KEYS = ("study", "results", "scenario")


def study_named(typed: list[str], *, with_scenario: bool = False) -> tuple[Path, int | None]:
    """Return the study's folder, and the number of a scenario if there is one.

    Raises
    ------
    InputError
        With everything that is wrong; an unknown study names the nearest.
    """
    keys = KEYS if with_scenario else KEYS[:2]
    wrong: list[Complaint] = []
    given = {"results": "results"}
    for text in typed:
        key, equals, value = text.partition("=")
        if key not in keys or not equals:
            wrong.append(Complaint("command line", text, "cannot be used here", nearest(key, keys)))
        given[key] = value
    results = Path(given["results"])
    folder = results / given.get("study", "")
    if "study" not in given or not (folder / "study.json").is_file():
        found = f"no study {given['study']!r}" if "study" in given else "missing"
        there = sorted(path.parent.name for path in results.glob("*/study.json"))
        expected = nearest(given.get("study", ""), there) if there else "none there yet"
        wrong.append(Complaint(results, "study", found, expected))
    number = given.get("scenario")
    if number is not None and not number.isdecimal():
        wrong.append(Complaint("command line", "scenario", number, "a number from 0"))
    if wrong:
        raise InputError(wrong)
    return folder, None if number is None else int(number)
