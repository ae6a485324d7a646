"""The checks, by name, in the order in which they run."""

from . import badinput, block, drive, events, founding, identical, kill, stop

ALL = {
    "identical": identical.run,
    "founding": founding.run,
    "input": badinput.run,
    "drive": drive.run,
    "events": events.run,
    "stop": stop.run,
    "block": block.run,
    "kill": kill.run,
}
