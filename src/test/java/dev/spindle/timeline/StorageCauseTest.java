package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a place in the kernel tells of the reason; the names were seen on Linux 6.1 and 6.18. */
@Tag("unit")
final class StorageCauseTest {
    @ParameterizedTest
    @CsvSource({
        "balance_dirty_pages, THROTTLED",
        "balance_dirty_pages_ratelimited_flags, THROTTLED",
        "do_get_write_access, JOURNAL",
        "jbd2_log_wait_commit, JOURNAL",
        "xlog_wait_on_iclog, JOURNAL",
        "write_all_supers, JOURNAL",
        "rpc_wait_bit_killable, SERVER",
        "nfs_wait_bit_killable, SERVER",
        "wait_for_response, SERVER",
        "request_wait_answer, FUSE",
        "folio_wait_bit, DEVICE",
        "folio_wait_bit_common, DEVICE",
        "rq_qos_wait, DEVICE",
        "__iomap_dio_rw, DEVICE",
    })
    void theKernelTellsWhatIsWaitedFor(String channel, StorageCause cause) {
        assertThat(StorageCause.of(channel, StorageCause.DEVICE)).contains(cause);
    }

    /** A page of a share is on its way to the server, not to a disk of this machine. */
    @ParameterizedTest
    @EnumSource(
            value = StorageCause.class,
            names = {"DEVICE", "SERVER", "FUSE"})
    void aPageWaitsForWhatIsBehindItsFileSystem(StorageCause behind) {
        assertThat(StorageCause.of("folio_wait_bit_common", behind)).contains(behind);
        assertThat(StorageCause.of("balance_dirty_pages", behind)).contains(StorageCause.THROTTLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"futex_wait_queue", "do_nanosleep", "", "0", "x_folio_wait_bit"})
    void otherPlacesTellNothing(String channel) {
        assertThat(StorageCause.of(channel, StorageCause.DEVICE)).isEmpty();
    }

    @Test
    void eachHasWordsOfItsOwn() {
        assertThat(StorageCause.values())
                .extracting(StorageCause::text)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }
}
