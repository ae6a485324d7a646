"""The checks, by name, in the order in which they run."""

from . import (
    badinput,
    block,
    drive,
    events,
    faults,
    founding,
    freeze,
    identical,
    kill,
    mechanism,
    stop,
)

ALL = {
    "identical": identical.run,
    "founding": founding.run,
    "input": badinput.run,
    "drive": drive.run,
    "events": events.run,
    "stop": stop.run,
    "block": block.run,
    "mechanism": mechanism.run,
    "freeze": freeze.run,
    "faults": faults.run,
    "kill": kill.run,
}
