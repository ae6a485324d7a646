"""Other programs that leave one without a processor."""

import contextlib
import os
import subprocess

BUSY = "while :; do :; done"


def give_way(pid):
    """From now on the process runs only while no other wants to (SCHED_IDLE of sched(7)), and its session hardly else."""
    for task in os.listdir(f"/proc/{pid}/task"):
        with contextlib.suppress(ProcessLookupError):
            os.sched_setscheduler(int(task), os.SCHED_IDLE, os.sched_param(0))
    # Sessions share the processors before their threads do, where the kernel groups them.
    with contextlib.suppress(OSError), open(f"/proc/{pid}/autogroup", "w") as file:
        file.write("19")


def favour(pid):
    """From now on the process runs before all others (SCHED_RR of sched(7)), as a disk that is no program needs no processor."""
    for task in os.listdir(f"/proc/{pid}/task"):
        with contextlib.suppress(ProcessLookupError):
            os.sched_setscheduler(int(task), os.SCHED_RR, os.sched_param(1))


def occupy(seconds):
    """Has each processor busy for so long."""
    words = ("timeout", "-s", "KILL", str(seconds), "sh", "-c", BUSY)
    others = [subprocess.Popen(words, start_new_session=True) for _ in os.sched_getaffinity(0)]
    for other in others:
        other.wait()
