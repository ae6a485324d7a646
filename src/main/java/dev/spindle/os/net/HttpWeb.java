package dev.spindle.os.net;

import dev.spindle.os.Web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/**
 * By HTTP. The client is made when somebody is asked for the first time: it is no small thing. What
 * it waits for is the head of an answer; a server that stalls within one keeps the caller's thread
 * (JDK-8208693), so whoever calls has a deadline of his own.
 */
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
            var answer =
                    Shared.CLIENT.send(
                            request,
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException ended) {
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
        } catch (IOException nonsense) {
            throw new IOException(address.getHost() + " sends what can't be used", nonsense);
        }
    }

    private static String reason(URI address, ConnectException problem) {
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return address.getHost() + " is not known to this network";
            }
        }
        return address.getHost() + " can't be reached";
    }
}
