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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** By HTTP. The client is made when somebody is asked for the first time: it is no small thing. */
public final class HttpWeb implements Web {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For all of an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

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
        // The timeout of a request ends with the head of its answer (JDK-8208693).
        var asked =
                Shared.CLIENT.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            var answer = asked.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(address.getHost() + " was not waited for", ended);
        } catch (TimeoutException late) {
            throw new IOException(late(address, LONGEST), late);
        } catch (ExecutionException failed) {
            throw new IOException(reason(address, failed), failed);
        } finally {
            var _ = asked.cancel(true);
        }
    }

    private static String late(URI address, Duration patience) {
        return address.getHost() + " did not answer within " + patience.toSeconds() + " seconds";
    }

    /** The outermost cause that says something. */
    private static String reason(URI address, Throwable problem) {
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return address.getHost() + " is not known to this network";
            }
            if (cause instanceof HttpTimeoutException) {
                return late(address, PATIENCE);
            }
        }
        return problem.getCause() instanceof ConnectException
                ? address.getHost() + " can't be reached"
                : address.getHost() + " sends what can't be used";
    }
}
