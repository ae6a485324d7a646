"""The scenarios, by name, in the order in which they run."""

from . import access, door, errors, formats, hang, identify, media, music, profiles, protected, raw, rough, shares, target, two, unplug

ALL = {
    "target": target.run,
    "identify": identify.run,
    "media": media.run,
    "profiles": profiles.run,
    "errors": errors.run,
    "hang": hang.run,
    "unplug": unplug.run,
    "access": access.run,
    "door": door.run,
    "protected": protected.run,
    "raw": raw.run,
    "music": music.run,
    "rough": rough.run,
    "two": two.run,
    "formats": formats.run,
    "nfs4": shares.nfs4,
    "nfs3": shares.nfs3,
    "smb": shares.smb,
}
