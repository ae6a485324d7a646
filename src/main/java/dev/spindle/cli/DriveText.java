package dev.spindle.cli;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A drive and its disc for people. Pure. */
final class DriveText {
    private DriveText() {}

    /** One line. */
    static String brief(DriveReport drive) {
        String disc = drive.disc().map(d -> ": " + brief(d)).orElse("");
        return Texts.oneLine(
                joined("  ", drive.address(), who(drive.info()), drive.state() + disc));
    }

    static List<String> full(DriveReport drive) {
        var lines = new ArrayList<String>();
        lines.add(Texts.oneLine(drive.address()));
        add(lines, "drive", who(drive.info()));
        add(lines, "serial", drive.info().serial());
        add(lines, "state", drive.state());
        drive.disc().ifPresent(disc -> addDisc(lines, disc));
        return lines;
    }

    private static void addDisc(List<String> lines, DiscFacts disc) {
        add(lines, "disc", kind(disc.kind()));
        add(lines, "label", disc.label().orElse(""));
        add(lines, "identity", disc.identity());
        add(lines, "size", size(disc.bytes()) + ", " + disc.sectors() + " sectors");
        DiscSizes sizes = disc.sizes();
        add(lines, "capacity", size(sizes.capacityBytes()));
        sizes.isoBytes().ifPresent(bytes -> add(lines, "ISO 9660", size(bytes)));
        sizes.udfBytes().ifPresent(bytes -> add(lines, "UDF", size(bytes)));
        if (sizes.isTruncated()) {
            add(lines, "truncated", "its file system says that there should be more");
        }
        disc.protection().ifPresent(name -> add(lines, "protected", name));
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(VerdictText.row(name, value));
        }
    }

    static String who(DriveInfo info) {
        return joined(" ", info.vendor(), info.model(), info.revision());
    }

    /** What people call a kind. */
    static String kind(DiscFacts.Kind kind) {
        return switch (kind) {
            case ISO_9660 -> "ISO 9660";
            case UDF -> "UDF";
            case ISO_AND_UDF -> "ISO 9660 and UDF";
            case DATA -> "data without a known file system";
        };
    }

    private static String brief(DiscFacts disc) {
        return joined(
                ", ",
                kind(disc.kind()),
                disc.label().map(label -> "\"" + label + "\"").orElse(""),
                Texts.bytes(disc.bytes()),
                disc.protection().map(name -> "protected by " + name).orElse(""));
    }

    private static String size(long bytes) {
        return Texts.bytes(bytes) + " (" + bytes + " bytes)";
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
