"""The checks, by name, in the order in which they run."""

from . import (
    badinput,
    block,
    boundary,
    cuts,
    destination,
    drive,
    events,
    faults,
    founding,
    freeze,
    frozen,
    identical,
    kill,
    mechanism,
    stop,
    together,
)

ALL = {
    "identical": identical.run,
    "founding": founding.run,
    "input": badinput.run,
    "drive": drive.run,
    "destination": destination.run,
    "together": together.run,
    "events": events.run,
    "stop": stop.run,
    "block": block.run,
    "cuts": cuts.run,
    "mechanism": mechanism.run,
    "freeze": freeze.run,
    "frozen": frozen.run,
    "faults": faults.run,
    "boundary": boundary.run,
    "kill": kill.run,
}
