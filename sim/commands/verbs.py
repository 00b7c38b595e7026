"""The verbs of the command line: what each is for, its questions, its earlier names."""

from talkoot.scenarios.errors import TYPED, Complaint, InputError, nearest

VERBS = {
    "ask a question": {
        "compare": "compare facilitation policies; several values of a key make it a sweep",
        "run": "live one policy once: months, activities (table1), survey, a story",
        "evaluate": "would a field evaluation see it: plan one, or replay a published trial",
    },
    "look at what there is": {
        "show": "what can be chosen, and what a line, policy, region or parameter means",
        "studies": "the studies there are: how far, what failed, what is damaged",
        "report": "the report of a study, of one of its scenarios, or of several studies",
    },
    "add your own": {
        "new": "a region, policy, economy, venture or list of entrepreneurs of your own",
    },
    "check against the evidence": {
        "validate": "every target of the evidence, replayed; the credibility card",
        "calibrate": "find parameters from the targets again; the worlds of robustness",
    },
    "for the shell": {
        "completion": "complete verbs, keys and names with the tab key: bash, zsh, fish",
    },
}
PURPOSES = {verb: purpose for group in VERBS.values() for verb, purpose in group.items()}
EARLIER = {
    "sweep": "compare",
    "trial": "evaluate trial=cai_szeidl",
    "power": "evaluate",
    "status": "studies",
    "verify": "studies verify=true",
    "credibility": "validate show=credibility",
    "ensemble": "calibrate ensemble=true",
    "list": "show",
    "explain": "show",
    "roster": "new",
    **{life: f"run show={life}" for life in ("story", "table1", "survey")},
    **{page: f"show {page}" for page in ("parameters", "fields", "odd", "schema", "schedule")},
}
"""Verbs of 0.1, understood for one version more, with a line that says the new one."""


def as_now(typed: list[str]) -> list[str]:
    """Return a line of an earlier version as it is typed now.

    >>> as_now(["trial", "replications=3"])
    ['evaluate', 'trial=cai_szeidl', 'replications=3']
    """
    verb, rest = typed[0], typed[1:]
    now, *words = EARLIER[verb].split()
    if verb == "explain" and rest[:1] and rest[0] in EARLIER:
        rest = as_now(rest)
    if verb == "roster":
        rest = [word.replace("file=", "roster=", 1) for word in rest]
    keys = {word.partition("=")[0] for word in rest if "=" in word}
    return [now, *(word for word in words if word.partition("=")[0] not in keys), *rest]


SHOWN = {"months": "run", "table1": "table1", "survey": "survey", "story": "story"}
"""Questions of `talkoot run`, by what it shows."""
QUESTIONS = {
    "compare": ("compare",),
    "run": tuple(SHOWN.values()),
    "evaluate": ("power", "trial"),
    "validate": ("validate",),
    "calibrate": ("calibrate", "ensemble"),
}
"""The questions of the verbs that ask one; the others read a few keys of their own."""
CHOOSING = {"run": ("show", "months"), "calibrate": ("ensemble", "false")}
"""The key that chooses between a verb's questions, and what is chosen when nothing is said."""


def question_as_typed(question: str) -> str:
    """Return how a question is asked.

    >>> question_as_typed("story"), question_as_typed("ensemble"), question_as_typed("trial")
    ('talkoot run show=story', 'talkoot calibrate ensemble=true', 'talkoot evaluate trial=NAME')
    """
    verb = next(verb for verb, questions in QUESTIONS.items() if question in questions)
    words = {"ensemble": " ensemble=true", "trial": " trial=NAME"}
    shown = f" show={question}" if verb == "run" and question != "run" else ""
    return f"talkoot {verb}{shown or words.get(question, '')}"


def question_in(verb: str, typed: list[str]) -> tuple[str, list[str]]:
    """Return which of a verb's questions a line asks, and its other words.

    Raises InputError if the word that chooses is not one of those there are.

    >>> question_in("run", ["show=story", "months=12"])
    ('story', ['months=12'])
    """
    questions = QUESTIONS[verb]
    if verb == "evaluate":
        return questions[any(word.startswith("trial=") for word in typed)], typed
    if verb not in CHOOSING:
        return questions[0], typed
    key, value = CHOOSING[verb]
    rest = [word for word in typed if not word.startswith(f"{key}=")]
    for word in typed:
        value = word.partition("=")[2] if word not in rest else value
    known = SHOWN if verb == "run" else {"false": "calibrate", "true": "ensemble"}
    if value not in known:
        raise InputError([Complaint(TYPED, key, repr(value), nearest(value, known))])
    return known[value], rest
