"""Holds a system-call trace against the founding sequence.

Written by: strace -f -e trace=pwrite64,sync_file_range,fadvise64,fdatasync,fsync,ftruncate,renameat2,openat
"""

import re
from dataclasses import dataclass, replace

TRACED = "pwrite64,sync_file_range,fadvise64,fdatasync,fsync,ftruncate,renameat2,openat"
LARGEST_WRITE = 1 << 20

WRITE = "SYNC_FILE_RANGE_WRITE"
WAIT_AFTER = "SYNC_FILE_RANGE_WAIT_AFTER"
DONTNEED = "POSIX_FADV_DONTNEED"

_LINE = re.compile(r"^(?:\[pid +)?(\d+)\]? +(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)")
_BEGUN = re.compile(r"^(\w+)\((.*?),? *<unfinished \.\.\.>$")
_RESUMED = re.compile(r"^<\.\.\. (\w+) resumed>,? ?(.*)\) += (-?\d+)")


class SequenceError(Exception):
    """The trace differs from the founding sequence."""


@dataclass(frozen=True)
class Call:
    """One call; begin and end are lines of the trace."""

    name: str
    arguments: str
    result: int
    begin: int
    end: int

    @property
    def descriptor(self):
        return self.arguments.split(",", 1)[0].strip()

    @property
    def words(self):
        """All arguments after the descriptor; those of a write without its bytes."""
        if self.name == "pwrite64":
            return tuple(w.strip() for w in self.arguments.rsplit(",", 2)[1:])
        return tuple(w.strip() for w in self.arguments.split(",")[1:])

    def __str__(self):
        return f"line {self.begin}: {self.name}({self.descriptor}, {', '.join(self.words)}) = {self.result}"


def calls(lines):
    """The calls of a trace, in the order in which they began."""
    found, begun = [], {}
    for number, line in enumerate(lines, 1):
        match = _LINE.match(line.rstrip("\n"))
        if not match:
            continue
        thread, text = match.groups()
        if whole := _CALL.match(text):
            name, arguments, result = whole.groups()
            found.append(Call(name, arguments, int(result), number, number))
        elif start := _BEGUN.match(text):
            begun[thread, start[1]] = (start[2], number)
        elif (rest := _RESUMED.match(text)) and (thread, rest[1]) in begun:
            arguments, begin = begun.pop((thread, rest[1]))
            arguments = ", ".join(part for part in (arguments, rest[2]) if part)
            found.append(Call(rest[1], arguments, int(rest[3]), begin, number))
    return sorted(found, key=lambda call: call.begin)


def check(lines, size, chunk):
    """Raises SequenceError unless the trace is a classic rip of that size with fixed chunks.

    Returns the number of chunks that were waited for and the number of barriers on the way.
    """
    trace = calls(lines)
    part = one([c for c in trace if is_open_of(c, ".iso.part")], "opening of the .part")
    rename = one(
        [c for c in trace if c.name == "renameat2" and '.iso.part"' in c.arguments], "renaming"
    )
    if "RENAME_NOREPLACE" not in rename.arguments or rename.result != 0:
        raise SequenceError(f"the image is not named by RENAME_NOREPLACE: {rename}")
    own = [
        c
        for c in trace
        if c.descriptor == str(part.result) and part.end < c.begin < rename.begin
    ]
    barriers = [c for c in own if c.name == "fdatasync"]
    steps = [c for c in own if c.name in ("pwrite64", "sync_file_range", "fadvise64")]
    elsewhere = [
        c
        for c in trace
        if c.name == "sync_file_range" and c.descriptor not in (str(part.result), "-1")
    ]
    if elsewhere:
        raise SequenceError(f"not on the descriptor that writes: {elsewhere[0]}")
    in_turn(steps)
    waited = follow(iter(steps), size, chunk)
    end(own, steps[-1], barriers, size)
    return waited, len(barriers) - 1


def follow(steps, size, chunk):
    """The founding rule, call by call."""
    position = last_flush = waited = 0
    pending = None
    while position < size:
        write = following(steps, "pwrite64")
        length = min(write.result, LARGEST_WRITE)
        if write.result <= 0 or write.words != (str(length), str(position)):
            raise SequenceError(f"expected a write at {position} of at most 1 MiB: {write}")
        position += length
        if position < last_flush + chunk:
            continue
        kicked = (str(last_flush), str(position - last_flush))
        demand(steps, "sync_file_range", *kicked, WRITE)
        if pending:
            confirm(steps, pending)
            waited += 1
        pending, last_flush = kicked, position
    if pending:
        confirm(steps, pending)
        waited += 1
    extra = next(steps, None)
    if extra:
        raise SequenceError(f"nothing more was expected: {extra}")
    return waited


def confirm(steps, pending):
    demand(steps, "sync_file_range", *pending, WAIT_AFTER)
    demand(steps, "fadvise64", *pending, DONTNEED)


def demand(steps, name, *words):
    call = following(steps, name)
    if call.words != words or call.result != 0:
        raise SequenceError(f"expected {name}({', '.join(words)}) = 0, seen {call}")


def following(steps, name):
    call = next(steps, None)
    if call is None:
        raise SequenceError(f"the trace ends where {name} was expected")
    if call.name != name:
        raise SequenceError(f"expected {name}, seen {call}")
    return call


def end(own, last_step, barriers, size):
    """The last chunk is finalized, then the exact size, then the final sync, then the name."""
    if not barriers or barriers[-1].begin < last_step.end:
        raise SequenceError("no fdatasync begins after the last chunk was finalized")
    if any(b.result != 0 for b in barriers):
        raise SequenceError("an fdatasync failed")
    sizes = [c for c in own if c.name == "ftruncate" and c.begin > last_step.end]
    if not sizes or sizes[-1].words != (str(size),) or sizes[-1].end > barriers[-1].begin:
        raise SequenceError(f"no ftruncate to {size} between the last chunk and the final fdatasync")


def in_turn(steps):
    """The writer waits for the flusher: no two of these calls overlap."""
    for before, after in zip(steps, steps[1:]):
        if after.begin < before.end:
            raise SequenceError(f"{after} began before the end of {before}")


def is_open_of(call, ending):
    return call.name == "openat" and ending + '"' in call.arguments and call.result >= 0


def one(found, what):
    if len(found) != 1:
        raise SequenceError(f"{len(found)} times instead of once: {what}")
    return found[0]


# The checker's own test: the sequence itself passes, and each way of spoiling it is noticed.


def founding_trace(size, chunk):
    """The lines of a trace as the rule wants it."""
    lines = ['7 openat(AT_FDCWD, "/d/a.iso.part", O_RDWR|O_CREAT, 0666) = 48']
    position = last_flush = 0
    pending = None

    def confirmed(c):
        return [
            f"9 sync_file_range(48, {c[0]}, {c[1]}, {WAIT_AFTER} <unfinished ...>",
            "9 <... sync_file_range resumed>) = 0",
            f"9 fadvise64(48, {c[0]}, {c[1]}, {DONTNEED}) = 0",
        ]

    while position < size:
        length = min(LARGEST_WRITE, size - position)
        lines.append(f'8 pwrite64(48, "a,)\\"="..., {length}, {position}) = {length}')
        position += length
        if position >= last_flush + chunk:
            kicked = (last_flush, position - last_flush)
            lines.append(f"9 sync_file_range(48, {kicked[0]}, {kicked[1]}, {WRITE}) = 0")
            lines += confirmed(pending) if pending else []
            pending, last_flush = kicked, position
    lines += confirmed(pending) if pending else []
    name = 'renameat2(AT_FDCWD, "/d/a.iso.part", AT_FDCWD, "/d/a.iso", RENAME_NOREPLACE) = 0'
    return lines + [f"7 ftruncate(48, {size}) = 0", "7 fdatasync(48) = 0", "7 " + name]


def spoiled(lines):
    """The same trace, spoiled in each way that a wrong program could show: (what, lines)."""
    found = calls(lines)
    synced = [c for c in found if c.name == "sync_file_range" and c.descriptor != "-1"]
    kicks = [c for c in synced if c.words[2] == WRITE]
    waits = [c for c in synced if c.words[2] == WAIT_AFTER]
    drops = [c for c in found if c.name == "fadvise64" and c.descriptor != "-1"]
    writes = [c for c in found if c.name == "pwrite64" and c.descriptor == kicks[0].descriptor]
    final = [c for c in found if c.name == "fdatasync"][-1]
    doctored = {
        "a kick is missing": without(found, kicks[1]),
        "a wait is missing": without(found, waits[0]),
        "an eviction is missing": without(found, drops[0]),
        "the last chunk is not waited for": without(found, waits[-1], drops[-1]),
        "the final sync is missing": without(found, final),
        "the last chunk is finalized after the final sync": moved(found, final, waits[-1]),
        "waits before it kicks": swapped(found, kicks[1], waits[0]),
        "evicts before it waits": swapped(found, waits[0], drops[0]),
        "waits for the chunk just kicked": with_words(found, waits[0], kicks[1].words[:2]),
        "evicts another chunk": with_words(found, drops[0], kicks[1].words[:2]),
        "waits with all flags": changed(
            found, waits[0], WAIT_AFTER, f"SYNC_FILE_RANGE_WAIT_BEFORE|{WRITE}|{WAIT_AFTER}"
        ),
        "kicks on another descriptor": changed(found, kicks[1], kicks[1].descriptor + ",", "999,"),
        "a wait fails": [replace(c, result=-1) if c == waits[0] else c for c in found],
        "a hole is left": without(found, writes[3]),
        "another chunk size": with_words(found, kicks[0], (kicks[0].words[0], "4194304")),
    }
    return {what: [text(c) for c in trace] for what, trace in doctored.items()}


def without(found, *gone):
    return [c for c in found if c not in gone]


def moved(found, call, before):
    rest = without(found, call)
    at = rest.index(before)
    return [*rest[:at], call, *rest[at:]]


def swapped(found, a, b):
    return [b if c == a else a if c == b else c for c in found]


def with_words(found, call, words):
    kept = ", ".join([call.descriptor, *words, *call.words[2:]])
    return [replace(c, arguments=kept) if c == call else c for c in found]


def changed(found, call, old, new):
    return [
        replace(c, arguments=c.arguments.replace(old, new, 1)) if c == call else c for c in found
    ]


def text(call):
    return f"1 {call.name}({call.arguments}) = {call.result}"
