"""Has a virtual machine fill images and list them, because this machine's kernel may know no optical file system.

Only the folder of the images can be written from there.
"""

import json
import os

from vmlab import kernel, machine

from .tools import ToolFailed

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 3000


def guest(lab, jobs):
    """Runs guest.py with these jobs, and returns what it reports for each."""
    linux, initrd = kernel.prepared(os.path.join(lab.folder, "vm"))
    share = lab.images
    machine.starts_with(share, os.path.join(HERE, "guest.py"))
    with open(os.path.join(share, ".jobs.json"), "w") as file:
        json.dump(jobs, file)
    report = os.path.join(share, ".report.json")
    if os.path.exists(report):
        os.unlink(report)
    console = os.path.join(lab.folder, "console.log")
    words = ["nice", "-n", "15", *machine.command(linux, initrd, share)]
    with machine.running(words, console, lab.folder) as process:
        machine.ended([process], LONGEST)
    if not os.path.exists(report):
        raise ToolFailed(f"the virtual machine left no report; see {console}")
    with open(report) as file:
        return json.load(file)
