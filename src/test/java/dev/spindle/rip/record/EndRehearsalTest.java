package dev.spindle.rip.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.timeline.Stall;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is written beforehand has one of everything that the end of a rip writes. */
@Tag("unit")
final class EndRehearsalTest {
    /** Music is made into tracks behind the end of its rip. */
    private static final Set<String> MUSIC = Set.of("music", "album", "wishes");

    @Test
    void nothingOfARecordIsLeftOut() throws ReflectiveOperationException {
        var sample = EndRehearsal.sample();
        var verdict = sample.verdict().orElseThrow();
        assertThat(emptyComponents(sample)).isSubsetOf(MUSIC);
        assertThat(emptyComponents(verdict)).isEmpty();
        assertThat(emptyComponents(verdict.rescue().orElseThrow())).isEmpty();
        assertThat(sample.stalls()).isNotEmpty();
        for (Stall stall : sample.stalls()) {
            assertThat(emptyComponents(stall)).isEmpty();
        }
    }

    private static List<String> emptyComponents(Record sample) throws ReflectiveOperationException {
        var empty = new ArrayList<String>();
        for (var component : sample.getClass().getRecordComponents()) {
            boolean isEmpty =
                    switch (component.getAccessor().invoke(sample)) {
                        case Optional<?> maybe -> maybe.isEmpty();
                        case Collection<?> all -> all.isEmpty();
                        case Map<?, ?> all -> all.isEmpty();
                        default -> false;
                    };
            if (isEmpty) {
                empty.add(component.getName());
            }
        }
        return empty;
    }

    @Test
    void isARecordLikeAnyOther() throws IOException {
        var sample = EndRehearsal.sample();
        assertThat(RipRecordText.read(RipRecordText.write(sample))).isEqualTo(sample);
    }
}
