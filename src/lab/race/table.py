"""Medians of a row, and which of the goals it meets."""

import statistics

from contenders import OTHERS, OURS

FIGURES = ("durable", "ended", "stall", "waited", "unconfirmed", "cpu", "memory")
# Of the best other's time to durable.
MOST_TIME = 1.01
# Of classic's longest stall.
MOST_STALL = 0.1
# Waits of a scheduler, not of a disk: all of a stream together.
NO_WAIT = 0.1
# Nearer to another than this, and it takes more rounds to tell them apart.
CLOSE = 0.03
BUDGET = 64 << 20
# Of the time of the processors, of a stream at least so long that a start weighs little.
MOST_CPU, LONG_BYTES = 1.2, 8 << 30


def medians(results):
    return {name: statistics.median(getattr(r, name) for r in results) for name in FIGURES}


def close(found):
    """Auto and all others from which a few rounds don't tell it apart; nobody where there are none."""
    if "auto" not in found:
        return []
    m = {way: medians(found[way])["durable"] for way in ("auto", *OTHERS) if way in found}
    near = [way for way in m if way != "auto" and abs(m["auto"] / m[way] - 1) <= CLOSE]
    return ["auto", *near] if near else []


def rows_of(found):
    """A line of the table for each contender."""
    for way, results in found.items():
        m = medians(results)
        yield (
            f"| {way} | {len(results)} | {m['durable']:.2f} | {m['ended']:.2f} | {m['stall']:.3f} | {m['waited']:.2f} |"
            f" {m['unconfirmed'] / 1e6:.1f} | {m['cpu']:.2f} | {m['memory'] / (1 << 20):.0f} |"
        )


HEAD = (
    "| | rounds | to durable, s | to its end, s | longest stall, s | waited, s | most unconfirmed, MB | cpu, s | memory, MiB |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


def goals(row, found):
    """Each goal of the row as a sentence, and whether it is met."""
    m = {way: medians(results) for way, results in found.items()}
    others = [way for way in OTHERS if way in m]
    if "auto" not in m or not others:
        return
    ours = m["auto"]
    fastest = min(others, key=lambda way: m[way]["durable"])
    ratio = ours["durable"] / m[fastest]["durable"]
    yield f"time to durable {ratio:.3f} of {fastest}'s", ratio <= MOST_TIME
    calmest = min(others, key=lambda way: m[way]["stall"])
    yield (
        f"longest stall {ours['stall']:.3f} s, {calmest}'s {m[calmest]['stall']:.3f} s",
        ours["stall"] <= m[calmest]["stall"],
    )
    if "classic" in m:
        share = ours["stall"] / max(m["classic"]["stall"], 1e-9)
        yield f"longest stall {share:.2f} of classic's", share <= MOST_STALL
    if row.pace and (row.disk == 0 or row.disk > row.pace) and not row.neighbour:
        yield f"the source waited {ours['waited']:.2f} s in all", ours["waited"] <= NO_WAIT
    rescuers = [way for way in others if way.startswith("ddrescue")]
    if row.size >= LONG_BYTES and rescuers:
        thriftiest = min(rescuers, key=lambda way: m[way]["cpu"])
        share = ours["cpu"] / m[thriftiest]["cpu"]
        yield f"processor time {share:.2f} of {thriftiest}'s", share <= MOST_CPU
    for way in OURS:
        if way in found and not row.neighbour:
            most = max(result.unconfirmed for result in found[way])
            yield f"{way}: at most {most / 1e6:.1f} MB unconfirmed", most <= BUDGET
