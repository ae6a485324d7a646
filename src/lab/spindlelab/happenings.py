"""What a rip told while it ran (--events), read again."""

import json
import os


def read(path):
    """Each event; none where the rip was refused before its first."""
    if not os.path.exists(path):
        return []
    with open(path) as lines:
        return [json.loads(line) for line in lines if line.endswith("\n")]


def states(events, what):
    """The changes of one thing, in their order."""
    return [e for e in events if e["type"] == "state" and e["what"] == what]


def way(changes):
    """The states that were gone through, the first included."""
    return [c["from"] for c in changes[:1]] + [c["to"] for c in changes]


def told(changes):
    """For a person: from what to what, when and why."""
    return "; ".join(f"{c['t']:.1f} s {c['from'] or '-'} -> {c['to']} ({c['why']})" for c in changes)
