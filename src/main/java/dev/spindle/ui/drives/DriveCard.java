package dev.spindle.ui.drives;

import dev.spindle.disc.DiscFacts;
import dev.spindle.rip.DriveReport;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a card shows of a drive, the demo disc or an opened image. */
public record DriveCard(DriveReport report) {
    /** The kinds of cards; each has its icon. */
    public enum Kind {
        DEMO("fth-play-circle"),
        DRIVE("fth-disc"),
        IMAGE("fth-file");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }
    }

    public String address() {
        return report.address();
    }

    public Kind kind() {
        if (report.info().address().equals("demo:")) {
            return Kind.DEMO;
        }
        return report.info().image() ? Kind.IMAGE : Kind.DRIVE;
    }

    /** The disc's label where there is one, else the drive's name. */
    public String title() {
        return report.disc().flatMap(DiscFacts::label).filter(s -> !s.isBlank()).orElse(name());
    }

    /** Size and kind of the disc; the drive's own name where nothing is known of a disc. */
    public String detail() {
        return report.disc()
                .map(disc ->
                        Numbers.size(disc.bytes())
                                + " · "
                                + Texts.of("disc-kind", disc.kind(), "name"))
                .orElse(title().equals(name()) ? report.info().address() : name());
    }

    /**
     * Model, firmware and devices of a drive; empty for images, and where the other lines tell it
     * all.
     */
    public String hardware() {
        if (kind() != Kind.DRIVE) {
            return "";
        }
        String firmware = report.info().revision();
        return Stream.of(
                        title().equals(name()) ? "" : name(),
                        firmware.isEmpty() ? "" : Texts.format("drives.firmware.text", firmware),
                        devices())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** As {@code spindle drives} tells them. */
    private String devices() {
        String node = detail().equals(report.info().address()) ? "" : report.info().address();
        String generic = report.info().generic().orElse("");
        return node.isEmpty() || generic.isEmpty() ? node + generic : node + " (" + generic + ")";
    }

    /** What kind of source it is, and its state: "Drive · ready". */
    public String state() {
        String state = stateWords();
        return state.isEmpty()
                ? Texts.of("source", kind(), "name")
                : Texts.of("source", kind(), "name") + " · " + state;
    }

    private String stateWords() {
        return switch (report.state()) {
            case DriveReport.READY -> Texts.get("drives.state.ready");
            case DriveReport.NO_DISC -> Texts.get("drives.state.empty");
            case DriveReport.TRAY_OPEN -> Texts.get("drives.state.open");
            default -> EngineWords.of(report.state());
        };
    }

    /** Vendor and model, or how the image is called. */
    public String name() {
        String name = (report.info().vendor() + " " + report.info().model()).strip();
        return name.isEmpty() ? report.info().address() : name;
    }
}
