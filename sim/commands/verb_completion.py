"""`talkoot completion SHELL`: verbs, keys and names with the tab key."""

from pathlib import Path

from talkoot.scenarios.errors import Complaint, InputError, nearest

from .verbs import CHOOSING, PURPOSES, QUESTIONS, SHOWN, question_in

HELP = """\
Complete verbs, keys and names with the tab key.

usage: talkoot completion SHELL                  SHELL: bash, zsh, fish

  bash   echo 'eval "$(talkoot completion bash)"' >> ~/.bashrc
  zsh    echo 'eval "$(talkoot completion zsh)"' >> ~/.zshrc        after compinit
  fish   talkoot completion fish > ~/.config/fish/completions/talkoot.fish"""
SCRIPTS = {
    "bash": """\
_talkoot() {
    local typed="${COMP_LINE:0:COMP_POINT}"
    local word="${typed##*[[:space:]]}" before
    COMPREPLY=($(compgen -W "$(talkoot completion words "$typed")" -- "$word"))
    before="${word%"${word##*[=:]}"}"  # Bash completes what stands behind the last = or :
    COMPREPLY=("${COMPREPLY[@]#"$before"}")
    [[ "${COMPREPLY[*]}" == *= ]] && compopt -o nospace
}
complete -F _talkoot talkoot
""",
    "zsh": """\
_talkoot() {
    local words_of_talkoot=("${(@f)$(talkoot completion words "$LBUFFER")}")
    compadd -S '' -- $words_of_talkoot
}
compdef _talkoot talkoot
""",
    "fish": """\
complete -c talkoot -f -a '(talkoot completion words (commandline -cp))'
""",
}


def main(typed: list[str]) -> None:
    """Print a shell's script; for ``words``, which the scripts call, what may stand next."""
    if len(typed) == 2 and typed[0] == "words":
        print("\n".join(next_words(typed[1])))
        return
    if len(typed) != 1 or typed[0] not in SCRIPTS:
        said = " ".join(typed) or "nothing"
        raise InputError([Complaint("completion", "shell", said, nearest(said, SCRIPTS))])
    print(SCRIPTS[typed[0]], end="")


def next_words(line: str) -> list[str]:
    """Return the words that may stand at the end of a line, whole, those begun like its last.

    >>> next_words("talkoot comp"), next_words("talkoot compare region=kai")
    (['compare', 'completion'], ['region=kainuu'])
    """
    *before, last = line.lstrip().split(" ")
    words = [word for word in before if word]
    if len(words) <= 1:
        known = list(PURPOSES)
    elif words[1] in QUESTIONS:
        known = _keys(words[1], words[2:], last)
    else:
        known = _others(words[1], last)
    return sorted(word for word in known if word.startswith(last))


def _keys(verb: str, words: list[str], last: str) -> list[str]:
    """Return the keys that may follow, or a key with each of its values."""
    from talkoot.scenarios.names import names
    from talkoot.sim.inputs.declarations import keys_of
    from talkoot.sim.inputs.given import POLICIES, own_word

    try:
        question, _ = question_in(verb, words)
    except InputError:
        return []
    keys = {**keys_of("trial"), **keys_of("power")} if question == "power" else keys_of(question)
    typed, equals, value = last.partition("=")
    if not equals:
        return [f"{key}=" for key in (*keys, *POLICIES[:1], *(CHOOSING.get(verb, ())[:1]))]
    if verb in CHOOSING and typed == CHOOSING[verb][0]:
        return [f"{typed}={one}" for one in (SHOWN if verb == "run" else ("true", "false"))]
    key = keys.get(own_word(typed, keys))
    if key is None:
        return []
    begun = value[: max(value.rfind(mark) for mark in "[,") + 1]
    return [f"{typed}={begun}{one}" for one in (names(key.kind) if key.kind else key.values)]


def _others(verb: str, last: str) -> list[str]:
    """Return what may follow verbs that ask no question."""
    from talkoot.sim.api.shelf import folders

    from .verb_show import KINDS, SCHEMAS

    if verb in ("studies", "report"):
        other = "verify=" if verb == "studies" else "scenario="
        there = [f"study={folder.name}" for folder in folders(Path("results"))]
        return [*there, other, "results="] if last else ["study=", other, "results="]
    if verb == "show":
        from .show_model import PAGES

        return [*KINDS, *PAGES, *QUESTIONS, *SCHEMAS, "policy=", "region="]
    if verb == "new":
        from .verb_new import KINDS as NEW

        return [f"{kind}=" for kind in (*NEW, "like", "title", "towns", "country")]
    return list(SCRIPTS) if verb == "completion" else []
