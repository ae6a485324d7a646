package dev.spindle.os.net;

import dev.spindle.os.Web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/** By HTTP. The client is made when somebody is asked for the first time: it is no small thing. */
public final class HttpWeb implements Web {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A picture has some hundred kilobytes, and no other answer is near that. */
    private static final int MOST_BYTES = 16 << 20;

    private final String agent;

    /** {@code agent} says who asks: name, version, and where to complain. */
    public HttpWeb(String agent) {
        this.agent = agent;
    }

    /** Holds the one client of the process. */
    private static final class Shared {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
    }

    @Override
    public Answer get(URI address) throws IOException {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("User-Agent", agent)
                        .GET()
                        .build();
        try {
            var answer = Shared.CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] content = body.readNBytes(MOST_BYTES + 1);
                if (content.length > MOST_BYTES) {
                    throw new IOException(address.getHost() + " sends more than can be meant");
                }
                return new Answer(answer.statusCode(), content);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(address.getHost() + " was not waited for", ended);
        } catch (HttpTimeoutException late) {
            throw new IOException(
                    address.getHost()
                            + " did not answer within "
                            + PATIENCE.toSeconds()
                            + " seconds",
                    late);
        } catch (ConnectException unreached) {
            throw new IOException(reason(address, unreached), unreached);
        }
    }

    private static String reason(URI address, ConnectException problem) {
        @Nullable Throwable cause = problem;
        while (cause != null) {
            if (cause instanceof UnresolvedAddressException) {
                return address.getHost() + " is not known to this network";
            }
            cause = cause.getCause();
        }
        return address.getHost() + " can't be reached";
    }
}
