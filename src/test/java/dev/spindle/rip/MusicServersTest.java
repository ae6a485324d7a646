package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;

@Tag("unit")
class MusicServersTest {
    @Test
    void theUsualOnesAreEncrypted() {
        assertThat(MusicServers.of(Map.of())).isEqualTo(MusicServers.USUAL);
        for (String name : MusicServers.NAMES) {
            assertThat(MusicServers.USUAL.named(name).getScheme()).as(name).isEqualTo("https");
        }
    }

    @Test
    void eachCanBeAnother() {
        for (String name : MusicServers.NAMES) {
            var servers = MusicServers.of(Map.of(name, "http://localhost:8080/base/"));
            for (String other : MusicServers.NAMES) {
                assertThat(servers.named(other))
                        .isEqualTo(
                                other.equals(name)
                                        ? URI.create("http://localhost:8080/base")
                                        : MusicServers.USUAL.named(other));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://a, http://a",
        "' https://a/ ', https://a",
        "HTTPS://A.example//, HTTPS://A.example",
        "http://[::1]:80/x, http://[::1]:80/x"
    })
    void addressesLoseTheStrokeAtTheirEnd(String typed, String address) {
        assertThat(MusicServers.address(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a.example", "ftp://a", "http:", "http://", "http://a b", "/x"})
    void refusesWhatNoServerHas(String typed) {
        assertThatThrownBy(() -> MusicServers.address(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + typed + "' is no address; write it as https://server");
    }

    @Test
    void refusesADatabaseThatNobodyKnows() {
        assertThatThrownBy(() -> MusicServers.of(Map.of("freedb", "http://a")))
                .hasMessage(
                        "'freedb' is no database; write one of musicbrainz, coverart,"
                                + " accuraterip, ctdb");
    }
}
