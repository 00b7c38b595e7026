"""Table 1 of a case study: the eleven activities of a community of practice, as they occurred."""

import pandas as pd

from talkoot.agents.activity_list import ACTIVITIES

from .event_sentences import Narrator


def table1(events: pd.DataFrame, words: Narrator) -> pd.DataFrame:
    """Return a row per activity: count, share, share_of_minutes, example.

    The example is the event of this kind in which most changed, the earliest of equals.
    """
    done = events[events["kind"].isin(ACTIVITIES)]
    minutes = max(float(done["minutes"].sum()), 1.0)
    rows = []
    for activity in ACTIVITIES:
        those = done[done["kind"] == activity]
        example = ""
        if len(those):
            most = those.iloc[int(those["change"].abs().to_numpy().argmax())].to_dict()
            example = f"Month {most['month']}: {words.activity(most)}"
        share = len(those) / max(len(done), 1)
        rows.append((activity, len(those), share, float(those["minutes"].sum()) / minutes, example))
    columns = ["activity", "count", "share", "share_of_minutes", "example"]
    return pd.DataFrame(rows, columns=columns)
