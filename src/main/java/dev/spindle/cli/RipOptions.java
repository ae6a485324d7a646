package dev.spindle.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The options of a rip as they were typed; {@link RipRequests} makes sense of them. */
final class RipOptions {
    @Option(
            names = "-o",
            paramLabel = "DIR",
            description = "the folder for the files; its parent must exist")
    @Nullable String folder;

    @Option(names = "--name", paramLabel = "N", description = "base name of the files")
    @Nullable String name;

    @Option(names = "--policy", paramLabel = "P", description = "classic (default) or plain")
    @Nullable String policy;

    @Option(
            names = "--controller",
            paramLabel = "C",
            description = "how classic finds its chunk size: p95 (default) or fixed")
    @Nullable String controller;

    @Option(
            names = "--chunk",
            paramLabel = "SIZE",
            description = "the chunk that classic starts with; default 32M")
    @Nullable String chunk;

    @Option(
            names = "--ring",
            paramLabel = "SIZE",
            description = "size of the ring between drive and file")
    @Nullable String ring;

    @Option(
            names = "--hash",
            paramLabel = "LIST",
            description = "sha256 (default), crc32, md5, sha1, with commas between; or none")
    @Nullable String hash;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "how often a bad sector is tried again; default 3")
    @Nullable String retries;

    @Option(names = "--resume", description = "go on with what is there already")
    boolean resume;

    @Option(names = "--restart", description = "discard what is there already")
    boolean restart;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "write what happens as JSON, one object a line")
    @Nullable String events;

    @Option(names = "--json", description = "print the verdict as JSON")
    boolean json;
}
