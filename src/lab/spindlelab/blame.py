"""Lays out the stalls that a rip told of by the millisecond, and compares them with who was to blame."""

import bisect
import collections

from . import happenings
from .lab import expect

# Each moment is billed once, to the side at the root of the chain; before them a program that did not run.
ROOT_FIRST = ("USER", "STORAGE", "DRIVE", "SELF")
# Seconds billed to another side; a part of them says little where hardly anything was stalled.
WRONG_AT_MOST = 1.0


class Truth:
    """Whatever stalls from a moment on is this side's, until the next one's begins."""

    def __init__(self, side=None):
        self._from = [(0, side)] if side else []

    def begins(self, seconds, side):
        self._from.append((round(1000 * seconds), side))

    def at(self, ms):
        place = bisect.bisect_right(self._from, ms, key=lambda entry: entry[0])
        return self._from[place - 1][1] if place else None


class Matrix(collections.Counter):
    """Milliseconds by who was to blame and who was billed."""

    def add(self, truth, stalls):
        for ms, billed in bill(stalls).items():
            self[truth.at(ms), billed] += 1

    def share(self):
        return sum(n for (culprit, billed), n in self.items() if culprit == billed) / max(1, self.total())

    def wrong(self):
        """In seconds."""
        return sum(n for (culprit, billed), n in self.items() if culprit != billed) / 1000

    def __str__(self):
        wrong = [
            f"{n / 1000:.1f} s of {culprit or 'nobody'} billed to {billed}"
            for (culprit, billed), n in sorted(self.items(), key=str)
            if culprit != billed and n >= 50
        ]
        return "; ".join([f"{100 * self.share():.1f} % of {self.total() / 1000:.1f} s", *wrong])


def bill(stalls):
    rank = {}
    for stall in stalls:
        own = -1 if stall["thread"] == "all" else ROOT_FIRST.index(stall["side"])
        begin = round(1000 * stall["start"])
        for ms in range(begin, begin + round(1000 * stall["seconds"])):
            rank[ms] = min(own, rank.get(ms, own))
    return {ms: "SELF" if own < 0 else ROOT_FIRST[own] for ms, own in rank.items()}


def stalls(path):
    return [event for event in happenings.read(path) if event["type"] == "stall"]


def verdict(path):
    return happenings.read(path)[-1]


def storage_is_billed(path, notes, enough):
    """The bill of a rip that only its storage held up: nearly all of that, or all but a second."""
    told = stalls(path)
    matrix = Matrix()
    matrix.add(Truth("STORAGE"), told)
    billed = verdict(path)["stalledSeconds"]
    causes = {stall["cause"] for stall in told if stall["side"] == "STORAGE" and stall["seconds"] > 1}
    notes.append(f"{matrix}, {sorted(causes)}")
    expect(matrix.total() > 0, "no stall was told")
    expect(max(billed, key=billed.get) == "STORAGE", f"billed {billed}: {told}")
    expect(matrix.share() >= enough or matrix.wrong() < WRONG_AT_MOST, str(matrix))
    return matrix


def moment(path):
    """On the clock of the rip, up to a tenth of a second ago."""
    return max((event["t"] for event in happenings.read(path) if event["type"] == "sample"), default=0)
