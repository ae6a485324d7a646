"""Waits for what other programs and the kernel do by themselves."""

import time

from spindlelab.lab import Failed

PAUSE_SECONDS = 0.02


def until(condition, seconds, what, pause=PAUSE_SECONDS):
    """Returns what the condition is, once it is true."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > end:
            raise Failed(f"waited {seconds} s for {what}")
        time.sleep(pause)
    return value
