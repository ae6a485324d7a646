package dev.spindle.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** The options of a rip as they were typed; {@link RipRequests} makes sense of them. */
final class RipOptions {
    @Option(
            names = "-o",
            paramLabel = "DIR",
            description = "the folder for the files; its parent must exist")
    @Nullable String folder;

    @Option(names = "--name", paramLabel = "N", description = "base name of the files")
    @Nullable String name;

    @Option(
            names = "--policy",
            paramLabel = "P",
            completionCandidates = Words.Policies.class,
            description = "auto (default), steady, classic or plain")
    @Nullable String policy;

    @Option(
            names = "--controller",
            paramLabel = "C",
            completionCandidates = Words.Controllers.class,
            description = "how the chunk size is found: auto (default), drain, p95 or fixed")
    @Nullable String controller;

    @Option(
            names = "--chunk",
            paramLabel = "SIZE",
            description = "the chunk that the controller starts with")
    @Nullable String chunk;

    @Option(
            names = "--mechanism",
            paramLabel = "M",
            completionCandidates = Words.Mechanisms.class,
            description = "how steady writes: auto (default), direct, dontcache, range or datasync")
    @Nullable String mechanism;

    @Option(
            names = "--budget",
            paramLabel = "SIZE",
            description = "the most that steady leaves unconfirmed; default 64M")
    @Nullable String budget;

    @Option(
            names = "--ring",
            paramLabel = "SIZE",
            description = "size of the ring between drive and file")
    @Nullable String ring;

    @Option(
            names = "--hash",
            paramLabel = "LIST",
            completionCandidates = Words.Hashes.class,
            description = "sha256 (default), crc32, md5, sha1, with commas between; or none")
    @Nullable String hash;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "how often a bad sector is tried again; default 3")
    @Nullable String retries;

    @Option(
            names = "--passes",
            paramLabel = "LIST",
            description = "only these of sweep, back, trim, scrape, retry, with commas between")
    @Nullable String passes;

    @Option(
            names = "--until",
            paramLabel = "DURATION",
            description = "end reading when the drive has read for so long; --resume goes on")
    @Nullable String until;

    @Option(
            names = "--merge",
            paramLabel = "MAP",
            description =
                    "take what another rip of this disc has read, by the map beside its image;"
                            + " the drive reads the rest")
    @Nullable String merge;

    @Option(
            names = "--also",
            paramLabel = "DRIVE",
            description =
                    "have a second drive read too, which holds the same disc or another copy of"
                            + " it: from the end, and what the first one can't read")
    @Nullable String also;

    @Option(
            names = "--fill",
            paramLabel = "F",
            completionCandidates = Words.Fills.class,
            description =
                    "what stands in the image for unread sectors: zeros (default), or pattern, a"
                            + " line of text with the sector's number")
    @Nullable String fill;

    @Option(
            names = "--staging",
            paramLabel = "DIR",
            description =
                    "rip to this local folder first and move the image on from there, so that a"
                            + " slow share does not hold up the drive")
    @Nullable String staging;

    @Option(
            names = "--format",
            paramLabel = "F",
            completionCandidates = Words.Formats.class,
            description =
                    "what music is kept as: flac (default) or wav, a file for each track, or image,"
                            + " the raw sectors")
    @Nullable String format;

    @Option(
            names = "--offset",
            paramLabel = "N",
            description =
                    "the drive's read offset in samples, as AccurateRip's list of drives has it;"
                            + " default 0")
    @Nullable String offset;

    @Option(
            names = "--track-name",
            paramLabel = "T",
            description =
                    "how tracks are called: any text with {nr}, {title}, {artist}, {album} and"
                            + " {albumartist}; default '{nr} {title}'")
    @Nullable String trackName;

    @Option(
            names = "--titles",
            paramLabel = "CUE",
            description = "titles and performers from this cue sheet, in place of the disc's own")
    @Nullable String titles;

    @Option(
            names = "--cover",
            paramLabel = "FILE",
            description = "a picture for the album's files, JPEG or PNG")
    @Nullable String cover;

    @Option(
            names = "--lookup",
            description =
                    "ask databases on the network about an audio CD: MusicBrainz for titles,"
                            + " AccurateRip and CTDB whether other people have the same")
    boolean lookup;

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "with --lookup: which MusicBrainz release it is, where several fit")
    @Nullable String release;

    @Option(
            names = "--server",
            paramLabel = "NAME=URL",
            description =
                    "with --lookup: another address for musicbrainz, coverart, accuraterip or ctdb;"
                            + " can be given for each")
    List<String> servers = new ArrayList<>();

    @Option(names = "--resume", description = "go on with what is there already")
    boolean resume;

    @Option(names = "--restart", description = "discard what is there already")
    boolean restart;

    @Option(
            names = "--verify",
            description =
                    "read the image back from the disk, compare it with what was read, and mend it")
    boolean verify;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description =
                    "wait so long for a disc, for it to come back, or for room, before giving up")
    @Nullable String wait;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description =
                    "how fast the drive reads: 8x, or a rate like 5M; else it is free to choose")
    @Nullable String speed;

    @Option(names = "--eject", description = "take the disc out once its image is complete")
    boolean eject;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "write what happens as JSON, one object a line")
    @Nullable String events;

    @Option(names = "--json", description = "print the verdict as JSON")
    boolean json;
}
