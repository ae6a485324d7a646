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

import java.io.IOException;
import java.util.List;

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
        var answer = services.web().get(address);
        return switch (answer.status()) {
            case Web.Answer.OK -> MusicBrainzAnswer.parse(answer.body(), audio);
            case Web.Answer.NOT_FOUND -> List.of();
            default -> throw new IOException(refusal(address.getHost(), answer.status()));
        };
    }

    /** Why there is no answer, in words. */
    static String refusal(String host, int status) {
        boolean isBusy = status == 429 || status == 503;
        return isBusy
                ? host + " is busy; try again in a minute"
                : host + " refused the question (HTTP " + status + ")";
    }
}
