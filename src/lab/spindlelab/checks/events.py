"""What other programs read: events, the verdict as JSON, reports."""

import json
import numbers
import os

from .. import images, judge
from ..lab import expect

MIB = 1 << 20
NUMBER, WHOLE, TEXT, TRUTH = numbers.Real, int, str, bool

FIELDS = {
    "sample": {
        "t": NUMBER,
        **dict.fromkeys(
            ("readBytes", "writtenBytes", "confirmedBytes", "durableBytes", "unconfirmedBytes", "chunkBytes"),
            WHOLE,
        ),
        "ringFill": NUMBER,
        "cushionSeconds": NUMBER,
        **dict.fromkeys(("reader", "writer", "flusher", "kind", "health"), TEXT),
    },
    "chunk": {"t": NUMBER, "offset": WHOLE, "length": WHOLE, "waitSeconds": NUMBER},
    "stall-open": {"t": NUMBER, "thread": TEXT, "seconds": NUMBER},
    "stall": {"thread": TEXT, "start": NUMBER, "seconds": NUMBER, "side": TEXT, "cause": TEXT},
    "state": {"t": NUMBER, "what": TEXT, "from": TEXT, "to": TEXT, "why": TEXT},
    "verdict": {
        "outcome": TEXT,
        "exit": WHOLE,
        "durable": TRUTH,
        "text": TEXT,
        "file": TEXT,
        "sha256": TEXT,
        **dict.fromkeys(
            (
                "totalSeconds",
                "readSeconds",
                "durableSeconds",
                "longestWriterStallSeconds",
                "p999WriterStallSeconds",
                "readerWaitSeconds",
                "cpuSeconds",
            ),
            NUMBER,
        ),
        "peakUnconfirmedBytes": WHOLE,
        "policy": TEXT,
        "mechanism": TEXT,
        "badSectors": WHOLE,
        "stalledSeconds": dict,
    },
}
SIDES = {"DRIVE", "STORAGE", "USER", "SELF"}


def run(lab):
    iso = images.iso_or_random(lab, "events.iso", "EVENTS", 48 * MIB)
    folder = lab.new_folder("events")
    with lab.check("events, each line is JSON with the fields of the design"):
        events(lab, iso, folder)
    with lab.check("events, --json prints one object, also of a refusal"):
        verdict_as_json(lab, iso)
    with lab.check("events, report shows a finished rip by each of its names"):
        reports(lab, folder)
    with lab.check("events, demo without -o makes a folder"):
        demo(lab)
    os.unlink(iso)


def events(lab, iso, folder):
    file = lab.path("events.jsonl")
    script = images.script(lab, "delay 12000 1 400ms")
    address = f"{iso}?speed=40M&script={script}"
    done = lab.program.run(lab, "rip", address, "-o", folder, "--name", "e", "--chunk", "4M", "--events", file)
    expect(done.exit == 0, f"expected exit 0: {done}")
    with open(file) as lines:
        found = [json.loads(line) for line in lines]
    for event in found:
        check_fields(event)
    kinds = [e["type"] for e in found]
    for kind in ("sample", "chunk", "stall", "verdict"):
        expect(kind in kinds, f"no {kind} among {len(found)} events")
    expect(kinds.count("verdict") == 1 and kinds[-1] == "verdict", "the verdict is not the last line")
    check_samples([e for e in found if e["type"] == "sample"], os.path.getsize(iso))
    stalls = [e for e in found if e["type"] == "stall" and e["side"] == "DRIVE"]
    expect(any(0.3 < s["seconds"] < 1.0 for s in stalls), f"the drive's 0.4 s are not billed: {stalls}")
    sums_to_total(found[-1])
    os.unlink(file)


def check_fields(event):
    fields = FIELDS.get(event.get("type"))
    expect(fields is not None, f"an event of an unknown type: {event}")
    for name, kind in fields.items():
        expect(name in event, f"{event['type']} has no {name}: {event}")
        value = event[name]
        right = isinstance(value, kind) and (kind is TRUTH or not isinstance(value, bool))
        expect(right, f"{event['type']}.{name} is {value!r}")
    if event["type"] == "verdict":
        sides = event["stalledSeconds"]
        expect(set(sides) == SIDES, f"stalledSeconds has {sorted(sides)}")


def check_samples(samples, size):
    for name in ("t", "readBytes", "writtenBytes", "durableBytes"):
        values = [s[name] for s in samples]
        expect(values == sorted(values), f"{name} goes back")
    read = samples[-1]["readBytes"]
    expect(read >= size // 2, f"the last sample says {read} of {size} bytes were read")
    for s in samples:
        expect(s["durableBytes"] <= s["writtenBytes"] <= s["readBytes"] <= size, f"impossible: {s}")
        expect(0 <= s["ringFill"] <= 1, f"impossible: {s}")
        expect(s["kind"] in ("UNKNOWN", "LOCAL"), f"kind: {s}")
    expect(samples[-1]["kind"] == "LOCAL", f"never known as local: {samples[-1]}")


def sums_to_total(verdict):
    stalled = sum(verdict["stalledSeconds"].values())
    expect(stalled <= verdict["totalSeconds"] + 0.01, f"stalled longer than it took: {verdict}")
    expect(
        0 < verdict["readSeconds"] <= verdict["durableSeconds"] <= verdict["totalSeconds"],
        f"impossible times: {verdict}",
    )


def verdict_as_json(lab, iso):
    folder = lab.new_folder("json")
    done = lab.program.run(lab, "rip", iso, "-o", folder, "--name", "j", "--json")
    expect(done.exit == 0, f"expected exit 0: {done}")
    verdict = done.json()
    check_fields(verdict)
    expect(verdict["outcome"] == "COMPLETE" and verdict["exit"] == 0, f"verdict: {verdict}")
    expect(verdict["file"] == os.path.join(folder, "j.iso"), f"file: {verdict['file']}")
    with open(os.path.join(folder, "j.sha256")) as sums:
        expect(sums.read().split()[0] == verdict["sha256"], "another hash than in the .sha256")
    judge.complete(folder, "j", iso)
    for arguments, code in {
        ("rip", iso, "-o", folder + "/none/none", "--json"): 4,
        ("rip", "/dev/sr77", "-o", folder, "--json"): 1,
    }.items():
        refused = lab.program.run(lab, *arguments)
        expect(refused.exit == code, f"expected exit {code}: {refused}")
        expect(refused.json()["exit"] == code, f"another code in the JSON: {refused}")
    drives = lab.program.run(lab, "drives", "--json")
    expect(drives.exit == 0, f"expected exit 0: {drives}")
    expect(isinstance(drives.json(), list), f"expected a list: {drives}")


def reports(lab, folder):
    for ending in (".iso", ".rip.json", ".map", ".sha256"):
        done = lab.program.run(lab, "report", os.path.join(folder, "e" + ending))
        expect(done.exit == 0, f"expected exit 0: {done}")
        expect("Complete" in done.out, f"expected the verdict: {done}")
        expect(not done.err, f"expected nothing on standard error: {done}")


def demo(lab):
    current = lab.new_folder("demo")
    done = lab.program.run(lab, "demo", folder=current, timeout=60)
    expect(done.exit == 0, f"expected exit 0: {done}")
    expect(done.seconds < 30, f"it took {done.seconds:.0f} s")
    expect(judge.files(current) == ["spindle-demo"], f"there: {judge.files(current)}")
    judge.alone(os.path.join(current, "spindle-demo"), ["SPINDLE_DEMO"])
    judge.sums_agree(os.path.join(current, "spindle-demo"), "SPINDLE_DEMO")
