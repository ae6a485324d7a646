"""A disc that is protected, by its structure and by the drive's refusals."""

import json

from spindlelab import judge
from spindlelab.lab import expect

from .. import optical
from ..ripping import LONGEST, rip

# REPORT KEY, SEND KEY, SECURITY PROTOCOL IN and OUT.
KEY_COMMANDS = (0xA4, 0xA3, 0xA2, 0xB5)
READ_DISC_STRUCTURE = 0xAD
# Disc key, copyright management, and what else is only for players.
KEY_STRUCTURES = (0x02, 0x06, 0x07)


def run(lab):
    """a protected disc (05/6F): told at once, exit 6, and no command about keys is ever sent"""
    drive = lab.programmable()
    begin = drive.log.now()
    drive.insert(lab.discs["dvd"], optical.DVD)
    drive.tell("protect 1")
    drive.tell("bad 1000 500 5/6f/03")
    with lab.check("info says that it is protected"):
        done = lab.program.run(lab, "info", drive.node, "--json", timeout=LONGEST)
        expect(done.exit == 0, f"expected exit 0: {done}")
        expect((json.loads(done.out)["disc"] or {}).get("protected") is True, f"expected protected: {done}")
    with lab.check("rip ends with 6 and says why"):
        folder = lab.new_folder("protected")
        done = rip(lab, drive.node, folder)
        expect(done.exit == 6, f"expected exit 6: {done}")
        expect("protected" in done.out + done.err, f"expected a word on protection: {done}")
        whole = [f for f in judge.files(folder) if f.endswith(".iso")]
        expect(not whole, f"an image is called complete: {whole}")
    with lab.check("no command about keys was sent"):
        sent = [c for c in drive.log.since(begin) if is_about_keys(c)]
        expect(drive.log.since(begin) and not sent, f"sent: {[str(c) for c in sent]}")


def is_about_keys(command):
    is_structure = command.code == READ_DISC_STRUCTURE and command.cdb[7] in KEY_STRUCTURES
    return command.code in KEY_COMMANDS or is_structure
