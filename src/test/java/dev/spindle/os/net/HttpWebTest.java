package dev.spindle.os.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import dev.spindle.os.Web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Against a server of its own on the loopback. */
@Tag("unit")
@Timeout(60)
class HttpWebTest {
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private final Web web = new HttpWeb("Spindle/1 ( https://example.org )");
    private HttpServer server;

    HttpWebTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext(
                "/",
                call -> {
                    agents.add(call.getRequestHeaders().getFirst("User-Agent"));
                    String path = call.getRequestURI().toString();
                    byte[] body = path.getBytes(StandardCharsets.UTF_8);
                    int status = path.startsWith("/none") ? 404 : 200;
                    if (path.equals("/moved")) {
                        call.getResponseHeaders().add("Location", "/there?a=b");
                        status = 307;
                    }
                    if (path.equals("/huge")) {
                        body = new byte[(16 << 20) + 1];
                    }
                    call.sendResponseHeaders(status, body.length);
                    try (var out = call.getResponseBody()) {
                        out.write(body);
                    } catch (IOException askerIsGone) {
                        // It takes no more than it can use.
                    }
                });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void getsWhatIsThereAndSaysWhoAsks() throws IOException {
        var answer = web.get(address("/there?a=b"));
        assertThat(answer.status()).isEqualTo(Web.Answer.OK);
        assertThat(answer.body()).asString().isEqualTo("/there?a=b");
        assertThat(agents).containsExactly("Spindle/1 ( https://example.org )");
    }

    @Test
    void goesOnWhereItIsSent() throws IOException {
        assertThat(web.get(address("/moved")).body()).asString().isEqualTo("/there?a=b");
    }

    @Test
    void whatIsNotThereIsAnAnswerToo() throws IOException {
        assertThat(web.get(address("/none")).status()).isEqualTo(Web.Answer.NOT_FOUND);
    }

    @Test
    void takesNoMoreThanCanBeMeant() {
        assertThatThrownBy(() -> web.get(address("/huge")))
                .isInstanceOf(IOException.class)
                .hasMessage("127.0.0.1 sends what can't be used");
    }

    @Test
    void saysWhoCannotBeReached() {
        server.stop(0);
        assertThatThrownBy(() -> web.get(address("/there")))
                .isInstanceOf(IOException.class)
                .hasMessage("127.0.0.1 can't be reached");
    }
}
