package dev.spindle.drive.linux;

import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;
import dev.spindle.drive.scsi.CdText;
import dev.spindle.drive.scsi.Queries;
import dev.spindle.drive.scsi.SubChannel;
import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.run.StopToken;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Asks the drive what a CD tells of its music. CD-Text lies in the lead-in and comes at once; the
 * rest has to be looked for on the disc, a second or so for each track.
 */
final class MusicQuery {
    /** All packs of eight languages (libburn doc/cdtext.txt): 2048 of 18 bytes. */
    private static final int TEXT_BYTES = 4 + 2048 * 18;

    private final Commander commander;
    private final MediumToc toc;
    private final StopToken stop;

    /**
     * @param stop ends the asking: no command is sent after it
     */
    MusicQuery(Commander commander, MediumToc toc, StopToken stop) {
        this.stop = stop;
        this.commander = commander;
        this.toc = toc;
    }

    /**
     * What it tells; empty where there is no music.
     *
     * @param isThorough whether codes and pre-gaps are looked for on the disc
     */
    Optional<MediumMusic> read(boolean isThorough) throws CommandFailedException {
        if (toc.tracks().stream().allMatch(MediumTrack::isData)) {
            return Optional.empty();
        }
        Map<Integer, MusicText> texts =
                ask(Queries.cdText(TEXT_BYTES), TEXT_BYTES, CdText::parse)
                        .map(CdText::texts)
                        .orElse(Map.of());
        Optional<String> catalogue =
                isThorough
                        ? ask(
                                        Queries.catalogueNumber(SubChannel.REPLY_BYTES),
                                        SubChannel.REPLY_BYTES,
                                        SubChannel::catalogue)
                                .flatMap(number -> number)
                        : Optional.empty();
        Map<Integer, String> codes = isThorough ? recordingCodes() : Map.of();
        Map<Integer, Long> gaps =
                isThorough ? new PregapSearch(commander, toc, stop).find() : Map.of();
        var tracks = new TreeMap<Integer, TrackMusic>();
        for (MediumTrack track : toc.tracks()) {
            int number = track.number();
            tracks.put(
                    number,
                    new TrackMusic(
                            track.control(),
                            texts.getOrDefault(number, MusicText.NONE),
                            Optional.ofNullable(codes.get(number)),
                            gaps.containsKey(number)
                                    ? OptionalLong.of(gaps.get(number))
                                    : OptionalLong.empty()));
        }
        return Optional.of(
                new MediumMusic(catalogue, texts.getOrDefault(0, MusicText.NONE), tracks));
    }

    /** Some drives give one code for all tracks: that of the last place they looked at. */
    private Map<Integer, String> recordingCodes() throws CommandFailedException {
        var codes = new HashMap<Integer, String>();
        for (MediumTrack track : toc.tracks()) {
            if (!track.isData()) {
                ask(
                                Queries.recordingCode(track.number(), SubChannel.REPLY_BYTES),
                                SubChannel.REPLY_BYTES,
                                SubChannel::isrc)
                        .flatMap(code -> code)
                        .ifPresent(code -> codes.put(track.number(), code));
            }
        }
        boolean isOneForAll = codes.size() > 1 && codes.values().stream().distinct().count() == 1;
        return isOneForAll ? Map.of() : codes;
    }

    private <T> Optional<T> ask(ScsiCommand command, int bytes, Commander.Parser<T> parser)
            throws CommandFailedException {
        if (stop.isStopped()) {
            return Optional.empty();
        }
        return commander.askIfKnown(command, bytes, parser);
    }
}
