package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

@Tag("unit")
class RefusalsTest {
    private final CliRun cli = new CliRun();

    private void assertRefused(String sentence, String... args) {
        assertThat(cli.runPure(args)).as(String.join(" ", args)).isEqualTo(1);
        assertThat(cli.err()).isEqualTo("spindle: " + sentence + "\n");
        assertThat(cli.out()).isEmpty();
        assertThat(cli.service.requests).isEmpty();
        assertThat(cli.signalHandlers()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    frob|there is no command 'frob'; see spindle --help
                    --frob|there is no option --frob; see spindle --help
                    probe|say which folder: spindle probe DIR
                    probe out more|'more' is one argument too many; see spindle probe --help
                    probe out --rate fast|--rate: 'fast' is no rate; write for example 20M or 500K (bytes a second)
                    probe out --rate 0|--rate: a rate must be more than zero
                    probe out --size 0|--size must be more than zero; write for example 64M
                    probe out --size big|--size: 'big' is no size; write for example 64M, 8MB or 4096
                    rip|say which drive: spindle rip DRIVE -o DIR
                    rip -o out|say which drive: spindle rip DRIVE -o DIR
                    rip demo:|say where to: spindle rip demo: -o DIR
                    rip demo: -o|-o lacks its DIR; see spindle rip --help
                    rip demo: -o out more|'more' is one argument too many; see spindle rip --help
                    rip demo: -o out --frob=7|there is no option --frob; see spindle rip --help
                    rip demo: -o out --json=maybe|--json takes no value; leave it out
                    rip demo: -o a -o b|-o is given more than once; give it once
                    rip demo: -o out --resume --restart|--resume and --restart contradict each other; give one
                    drives --mechanism range|there is no option --mechanism; see spindle drives --help
                    drives out|'out' is one argument too many; see spindle drives --help
                    info|say which drive: spindle info DRIVE
                    report|say which rip: spindle report FILE
                    verify|say which rip: spindle verify FILE
                    verify x.iso more|'more' is one argument too many; see spindle verify --help
                    demo demo:|'demo:' is one argument too many; see spindle demo --help
                    drives --log|--log lacks its FILE; see spindle drives --help
                    """)
    void sayWhatToDo(String line, String sentence) {
        assertRefused(sentence, line.split(" "));
    }

    @Test
    void nothingToDoIsToldWithAnExample() {
        assertRefused(
                "say what to do, for example: spindle rip /dev/sr0 -o DIR; see spindle --help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --passes sweep,rest|--passes: 'rest' is no pass; write sweep, back, trim, scrape, retry with commas between
                    --until 0s|--until must be more than zero; write for example 30min
                    --speed 0|--speed: '0' is no speed; write for example 8x, or 5M for a rate
                    --speed fast|--speed: 'fast' is no rate; write for example 20M or 500K (bytes a second)
                    --staging out|--staging out is where -o goes; name a folder on a local disk
                    --staging=|--staging '' is no folder; name another
                    --format mp3|--format: 'mp3' is no format; write flac, wav or image
                    --offset far|--offset: 'far' is no read offset; write samples, for example 6, +30 or -12
                    --offset 2941|--offset: '2941' is no read offset; write samples, for example 6, +30 or -12
                    --format image --offset 6|--offset has no meaning with --format image; leave it out
                    --format image --track-name {nr}|--track-name has no meaning with --format image; leave it out
                    --track-name {title}|--track-name: the name needs {nr}, so that each track has its own
                    --track-name {nr}/{title}|--track-name: the name must not contain '/'; say the folder with -o
                    --track-name {nr}{year}|--track-name: {year} is no word for a name; {nr}, {title}, {artist}, {album} and {albumartist} are
                    --format image --lookup|--lookup has no meaning with --format image; leave it out
                    --format image --titles x.cue|--titles has no meaning with --format image; leave it out
                    --release 1234|--release has no meaning without --lookup; add it
                    --server ctdb=http://x|--server has no meaning without --lookup; add it
                    --lookup --server http://x|--server: 'http://x' has no name; write for example ctdb=https://host
                    --lookup --server freedb=http://x|--server: 'freedb' is no database; write one of musicbrainz, coverart, accuraterip, ctdb
                    --lookup --server ctdb=ftp://x|--server: 'ftp://x' is no address; write it as https://server
                    --lookup --server ctdb=http:|--server: 'http:' is no address; write it as https://server
                    --titles none.cue|--titles: there is no such file or folder
                    --cover none.jpg|--cover: there is no such file or folder
                    --policy fast|--policy: 'fast' is no policy; write one of auto, steady, classic, plain
                    --policy AUTO|--policy: 'AUTO' is no policy; write one of auto, steady, classic, plain
                    --controller pid|--controller: 'pid' is no controller; write one of auto, drain, p95, fixed
                    --controller none|--controller: 'none' is no controller; write one of auto, drain, p95, fixed
                    --mechanism mmap|--mechanism: 'mmap' is no mechanism; write one of auto, direct, dontcache, range, datasync
                    --policy classic --mechanism direct|--mechanism has no meaning with --policy classic; leave one of them out
                    --policy plain --mechanism auto|--mechanism has no meaning with --policy plain; leave one of them out
                    --policy classic --budget 64M|--budget has no meaning with --policy classic; leave one of them out
                    --policy=plain --budget=64M|--budget has no meaning with --policy plain; leave one of them out
                    --budget 0|--budget must be more than zero; write for example 64M
                    --budget 4194303|--budget must be at least 4M; write for example 64M
                    --budget lots|--budget: 'lots' is no size; write for example 64M, 8MB or 4096
                    --wait soon|--wait: 'soon' is no duration; write for example 250ms, 1.5s, 10m or 2h
                    --wait -5m|--wait: '-5m' is no duration; write for example 250ms, 1.5s, 10m or 2h
                    --wait 999999999999h|--wait: '999999999999h' is too long
                    --wait|--wait lacks its DURATION; see spindle rip --help
                    --verify=yes|--verify takes no value; leave it out
                    --policy plain --chunk 4M|--chunk has no meaning with --policy plain; leave one of them out
                    --policy plain --controller p95|--controller has no meaning with --policy plain; leave one of them out
                    --chunk 0|--chunk must be more than zero; write for example 64M
                    --chunk 4Q|--chunk: '4Q' is no size; write for example 64M, 8MB or 4096
                    --chunk -4M|--chunk: '-4M' is no size; write for example 64M, 8MB or 4096
                    --chunk 999999999999999999T|--chunk: '999999999999999999T' is too large
                    --ring huge|--ring: 'huge' is no size; write for example 64M, 8MB or 4096
                    --ring 0|--ring must be more than zero; write for example 64M
                    --hash sha512|--hash: 'sha512' is no hash; write sha256, crc32, md5, sha1 with commas between, or none
                    --hash sha256,none|--hash: 'none' is no hash; write sha256, crc32, md5, sha1 with commas between, or none
                    --hash sha256,|--hash: '' is no hash; write sha256, crc32, md5, sha1 with commas between, or none
                    --retries -1|--retries: '-1' is no number of tries; write for example 0 or 3
                    --retries many|--retries: 'many' is no number of tries; write for example 0 or 3
                    --retries 99999999|--retries: '99999999' is no number of tries; write for example 0 or 3
                    --also demo:|--also: demo: is the first drive; name a second one
                    --fill ones|--fill: 'ones' is no fill; write zeros or pattern
                    --name a/b|--name must not contain '/'; say the folder with -o
                    --name .|--name '.' is no name for files; give another
                    --name ..|--name '..' is no name for files; give another
                    """)
    void optionsOfARip(String options, String sentence) {
        assertRefused(sentence, ("rip demo: -o out " + options).split(" "));
    }

    @Test
    void namesThatNoFileCanHave() {
        assertRefused("--name '' is no name for files; give another", rip("--name", ""));
    }

    @Test
    void namesWithControlCharacters() {
        assertRefused(
                "--name must not contain control characters; leave them out",
                rip("--name", "a\nb"));
    }

    @Test
    void namesWithBell() {
        assertRefused(
                "--name must not contain control characters; leave them out",
                rip("--name", "a\u0007"));
    }

    @Test
    void namesThatLeaveNoRoomForSuffixes() {
        assertRefused(
                "--name is longer than 200 bytes; give a shorter one",
                rip("--name", "ä".repeat(100) + "x"));
    }

    @Test
    void emptyPaths() {
        assertRefused("-o '' is no folder; name another", "rip", "demo:", "-o", "");
    }

    @Test
    void emptyEvents() {
        assertRefused("--events is empty; name a file", rip("--events", ""));
    }

    @Test
    void eventsThatCanNotBeWritten(@TempDir Path folder) {
        cli.in(folder);
        assertRefused(
                "--events can't be written to: "
                        + folder
                        + "/no/e.jsonl: there is no such file or folder",
                rip("--events", "no/e.jsonl"));
    }

    @Test
    void logsThatCanNotBeWritten(@TempDir Path folder) {
        cli.in(folder);
        assertRefused(
                "--log can't be written to: " + folder + "/no/l.txt: No such file or directory",
                rip("--log", "no/l.txt"));
    }

    @Test
    void anArgumentWithAtIsNoListOfArguments(@TempDir Path folder) {
        cli.in(folder);
        assertRefused("there is no command '@args'; see spindle --help", "@args");
    }

    private static String[] rip(String... options) {
        var all = new String[options.length + 4];
        System.arraycopy(new String[] {"rip", "demo:", "-o", "out"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return all;
    }
}
