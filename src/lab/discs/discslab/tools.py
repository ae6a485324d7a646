"""Runs other programs."""

import subprocess


class ToolFailed(Exception):
    """A program ended badly; the text says which and what it said."""


def run(*command, **how):
    """Runs a program that must succeed; returns what it printed. The clock of what it makes stands still."""
    done = subprocess.run(command, text=True, capture_output=True, errors="replace", **how)
    if done.returncode != 0:
        said = " | ".join((done.stdout + done.stderr).strip().splitlines()[-5:])
        raise ToolFailed(f"{' '.join(command)} ended with {done.returncode}: {said}")
    return done.stdout
