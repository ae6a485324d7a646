package dev.spindle.audio;

import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.lookup.MusicBrainzAnswer;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.os.Web;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.Release;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.Sequel;
import dev.spindle.rip.files.KeptRecord;
import dev.spindle.rip.record.AlbumRecord;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.verify.VerifyWork;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes tracks of each image that has music in it. Safe for all threads. */
public final class MusicSequel implements Sequel {
    private final AudioServices services;

    public MusicSequel(AudioServices services) {
        this.services = services;
    }

    @Override
    public Rip of(Rip rip, RipRequest request) {
        return AudioRip.of(services, rip, request);
    }

    @Override
    public List<Release> releases(DiscToc toc, MusicServers servers) throws IOException {
        if (!toc.hasAudio()) {
            return List.of();
        }
        var audio = new AudioToc(toc);
        var address = MusicBrainzAnswer.address(servers.musicBrainz(), audio);
        try (var question =
                new WebQuestion<>(services.concurrency(), () -> services.web().get(address))) {
            var answer = question.await(StopToken.never());
            return switch (answer.status()) {
                case Web.Answer.OK -> MusicBrainzAnswer.parse(answer.body(), audio);
                case Web.Answer.NOT_FOUND -> List.of();
                default -> throw new IOException(refusal(address.getHost(), answer.status()));
            };
        }
    }

    /**
     * Of an album any file of it, or its folder, may be named: its record has the folder's name.
     */
    @Override
    public Optional<VerifyWork> verification(String named, StopToken stop) {
        return albumIn(parent(named))
                .or(() -> albumIn(named))
                .map(found -> new AlbumReading(services, found.folder(), found.album(), stop));
    }

    private record Found(String folder, AlbumRecord album) {}

    private Optional<Found> albumIn(String folder) {
        try {
            return KeptRecord.read(services.storage(), AlbumFiles.record(folder))
                    .flatMap(RipRecord::album)
                    .map(album -> new Found(folder, album));
        } catch (IOException none) {
            // The usual verification will tell what is wrong with the file.
            return Optional.empty();
        }
    }

    private static String parent(String named) {
        int slash = named.lastIndexOf('/');
        return slash < 0 ? "" : named.substring(0, slash);
    }

    /** Why there is no answer, in words. */
    static String refusal(String host, int status) {
        boolean isBusy = status == 429 || status == 503;
        return isBusy
                ? host + " is busy; try again in a minute"
                : host + " refused the question (HTTP " + status + ")";
    }
}
