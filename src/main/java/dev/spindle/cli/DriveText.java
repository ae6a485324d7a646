package dev.spindle.cli;

import dev.spindle.disc.DiscFacts;
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
        return Texts.oneLine(joined("  ", devices(drive), who(drive.info()), drive.state() + disc));
    }

    private static String devices(DriveReport drive) {
        return joined(
                " ", drive.address(), drive.info().generic().map(g -> "(" + g + ")").orElse(""));
    }

    static List<String> full(DriveReport drive) {
        var lines = new ArrayList<String>();
        lines.add(Texts.oneLine(drive.address()));
        add(lines, "drive", who(drive.info()));
        add(lines, "serial", drive.info().serial());
        add(lines, "generic", drive.info().generic().orElse(""));
        add(lines, "state", drive.state());
        drive.disc().ifPresent(disc -> lines.addAll(DiscText.rows(disc)));
        return lines;
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
            case AUDIO_CD -> "audio CD";
            case MIXED_CD -> "mixed mode CD";
            case ENHANCED_CD -> "enhanced CD";
            case VIDEO_CD -> "video CD";
            case SUPER_VIDEO_CD -> "super video CD";
            case DVD_VIDEO -> "DVD-Video";
            case DVD_AUDIO -> "DVD-Audio";
            case HD_DVD_VIDEO -> "HD DVD video";
            case BLU_RAY_VIDEO -> "Blu-ray video";
            case BLU_RAY_RECORDING -> "Blu-ray recording";
            case BLANK -> "blank disc";
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

    private static String joined(String between, String... parts) {
        return Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
