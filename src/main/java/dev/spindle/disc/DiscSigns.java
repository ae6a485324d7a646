package dev.spindle.disc;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFolder;

import java.util.Optional;

/**
 * What a disc is by the names in its root (freedesktop.org shared-mime-info, x-content/*). Pure.
 */
record DiscSigns(DiscFolder root) {
    /** The kind that the names show. */
    Optional<DiscFacts.Kind> kind() {
        if (has("VIDEO_TS", "VIDEO_TS.IFO")) {
            return Optional.of(DiscFacts.Kind.DVD_VIDEO);
        }
        if (has("AUDIO_TS", "AUDIO_TS.IFO")) {
            return Optional.of(DiscFacts.Kind.DVD_AUDIO);
        }
        if (isFilled("BDMV")) {
            return Optional.of(DiscFacts.Kind.BLU_RAY_VIDEO);
        }
        if (isFilled("BDAV")) {
            return Optional.of(DiscFacts.Kind.BLU_RAY_RECORDING);
        }
        if (has("HVDVD_TS", "HV000I01.IFO")) {
            return Optional.of(DiscFacts.Kind.HD_DVD_VIDEO);
        }
        if (has("MPEGAV", "AVSEQ01.DAT")) {
            return Optional.of(DiscFacts.Kind.VIDEO_CD);
        }
        return has("MPEG2", "AVSEQ01.MPG")
                ? Optional.of(DiscFacts.Kind.SUPER_VIDEO_CD)
                : Optional.empty();
    }

    /** The kind in the order of decision: blank, tracks, names, file systems. */
    static DiscFacts.Kind decide(
            MediumFacts medium, Optional<DiscSigns> signs, boolean isIso, boolean isUdf) {
        if (medium.isBlank()) {
            return DiscFacts.Kind.BLANK;
        }
        return medium.toc()
                .flatMap(DiscSigns::byTracks)
                .or(() -> signs.flatMap(DiscSigns::kind))
                .orElseGet(() -> fileSystem(isIso, isUdf));
    }

    private static Optional<DiscFacts.Kind> byTracks(DiscToc toc) {
        if (!toc.hasAudio()) {
            return Optional.empty();
        }
        if (!toc.hasData()) {
            return Optional.of(DiscFacts.Kind.AUDIO_CD);
        }
        return Optional.of(toc.isEnhanced() ? DiscFacts.Kind.ENHANCED_CD : DiscFacts.Kind.MIXED_CD);
    }

    private static DiscFacts.Kind fileSystem(boolean isIso, boolean isUdf) {
        if (isIso) {
            return isUdf ? DiscFacts.Kind.ISO_AND_UDF : DiscFacts.Kind.ISO_9660;
        }
        return isUdf ? DiscFacts.Kind.UDF : DiscFacts.Kind.DATA;
    }

    /**
     * The protection that the names show: AACS has a folder of that name beside the video. On a
     * data disc the name alone says nothing, but on a medium of that family it does.
     */
    Optional<String> protection(MediumFamily family) {
        boolean canHaveIt =
                family == MediumFamily.BLU_RAY
                        || family == MediumFamily.HD_DVD
                        || kind().filter(DiscSigns::isHighDefinition).isPresent();
        return canHaveIt && folder("AACS").isPresent() ? Optional.of("AACS") : Optional.empty();
    }

    private static boolean isHighDefinition(DiscFacts.Kind kind) {
        return kind == DiscFacts.Kind.BLU_RAY_VIDEO
                || kind == DiscFacts.Kind.BLU_RAY_RECORDING
                || kind == DiscFacts.Kind.HD_DVD_VIDEO;
    }

    private boolean has(String folderName, String fileName) {
        return folder(folderName).flatMap(folder -> folder.entry(fileName)).isPresent();
    }

    private boolean isFilled(String folderName) {
        return folder(folderName).filter(folder -> !folder.entries().isEmpty()).isPresent();
    }

    private Optional<DiscFolder> folder(String name) {
        Optional<DiscEntry> entry = root.entry(name);
        return entry.isPresent() && entry.get() instanceof DiscFolder folder
                ? Optional.of(folder)
                : Optional.empty();
    }
}
