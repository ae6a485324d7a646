package dev.spindle.library;

import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice.Policy;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * {@link Settings} as JSON text, and back. Each value that is missing, unknown or of the wrong kind
 * falls back to its standard, and costs no other. Pure; safe for all threads.
 */
final class SettingsText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int VERSION = 1;

    private SettingsText() {}

    static String write(Settings settings) {
        ObjectNode root = object();
        root.put("version", VERSION);
        root.put("theme", word(settings.appearance().theme()));
        root.put("language", word(settings.appearance().language()));
        root.put("folder", settings.habits().folder());
        root.put("nameTemplate", settings.habits().nameTemplate());
        root.put("onInsert", word(settings.habits().onInsert()));
        root.put("whenFinished", word(settings.habits().whenFinished()));
        root.put("stagingFolder", settings.habits().stagingFolder());
        root.set("writing", writing(settings.writing()));
        root.set("music", music(settings.music()));
        ObjectNode folders = root.putObject("folders");
        new TreeMap<>(settings.folders()).forEach((path, m) -> folders.set(path, memory(m)));
        settings.window().ifPresent(place -> root.set("window", window(place)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** Reads what {@link #write} wrote; empty where it is no JSON object at all. */
    static Optional<Settings> read(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            return root.isObject() ? Optional.of(settings(root)) : Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static Settings settings(JsonNode root) {
        var folders = new HashMap<String, FolderMemory>();
        for (Map.Entry<String, JsonNode> folder : root.path("folders").properties()) {
            if (folder.getKey().startsWith("/")) {
                folders.put(folder.getKey(), memory(folder.getValue()));
            }
        }
        return new Settings(
                new Appearance(
                        constant(root.path("theme"), Appearance.STANDARD.theme()),
                        constant(root.path("language"), Appearance.STANDARD.language())),
                new Habits(
                        root.path("folder").asString(""),
                        root.path("nameTemplate").asString(""),
                        constant(root.path("onInsert"), Habits.STANDARD.onInsert()),
                        constant(root.path("whenFinished"), Habits.STANDARD.whenFinished()),
                        root.path("stagingFolder").asString("")),
                writing(root.path("writing")),
                music(root.path("music")),
                folders,
                window(root.path("window")));
    }

    private static ObjectNode memory(FolderMemory memory) {
        ObjectNode node = object();
        memory.writing().ifPresent(w -> node.set("writing", writing(w)));
        memory.lastTest()
                .ifPresent(test ->
                        node.putObject("lastTest")
                                .put("at", test.at().toString())
                                .put("pace", test.paceBytesPerSecond())
                                .put("rate", test.rateBytesPerSecond())
                                .put("longestStall", test.longestStallSeconds())
                                .put("plainLongestStall", test.plainLongestStallSeconds()));
        return node;
    }

    private static FolderMemory memory(JsonNode node) {
        JsonNode writing = node.path("writing");
        return new FolderMemory(
                writing.isObject() ? Optional.of(writing(writing)) : Optional.empty(),
                test(node.path("lastTest")));
    }

    private static Optional<TestMemory> test(JsonNode node) {
        try {
            Instant at = Instant.parse(node.path("at").asString(""));
            return Optional.of(
                    new TestMemory(
                            at,
                            node.path("pace").asLong(0),
                            node.path("rate").asDouble(0),
                            node.path("longestStall").asDouble(0),
                            node.path("plainLongestStall").asDouble(0)));
        } catch (DateTimeException noTest) {
            return Optional.empty();
        }
    }

    private static ObjectNode writing(Writing writing) {
        ObjectNode node = object();
        node.put("policy", word(writing.policy()));
        writing.budgetBytes().ifPresent(bytes -> node.put("budgetBytes", bytes));
        writing.ringBytes().ifPresent(bytes -> node.put("ringBytes", bytes));
        writing.mechanism().ifPresent(mechanism -> node.put("mechanism", word(mechanism)));
        return node;
    }

    private static Writing writing(JsonNode node) {
        return new Writing(
                constant(node.path("policy"), Policy.AUTO),
                bytes(node.path("budgetBytes")),
                bytes(node.path("ringBytes")),
                find(node.path("mechanism"), Mechanism.class));
    }

    private static ObjectNode music(MusicSettings music) {
        ObjectNode node = object();
        node.put("format", word(music.format()));
        node.put("looksUp", music.looksUp());
        ObjectNode offsets = node.putObject("offsets");
        new TreeMap<>(music.offsets()).forEach(offsets::put);
        ObjectNode servers = node.putObject("servers");
        new TreeMap<>(music.servers()).forEach(servers::put);
        return node;
    }

    private static MusicSettings music(JsonNode node) {
        var music = MusicSettings.STANDARD.with(constant(node.path("format"), Format.FLAC));
        for (Map.Entry<String, JsonNode> offset : node.path("offsets").properties()) {
            music = music.withOffset(offset.getKey(), offset.getValue().asInt(0));
        }
        for (Map.Entry<String, JsonNode> server : node.path("servers").properties()) {
            music = withServer(music, server.getKey(), server.getValue().asString(""));
        }
        return music.with(node.path("looksUp").asBoolean(false));
    }

    private static MusicSettings withServer(MusicSettings music, String name, String address) {
        try {
            var _ = MusicServers.of(Map.of(name, address));
            return music.withServer(name, address);
        } catch (IllegalArgumentException unusable) {
            return music;
        }
    }

    private static ObjectNode window(WindowPlace place) {
        return object().put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximized", place.maximized())
                .put("page", place.page());
    }

    private static Optional<WindowPlace> window(JsonNode node) {
        try {
            return node.isObject()
                    ? Optional.of(
                            new WindowPlace(
                                    node.path("x").asDouble(0),
                                    node.path("y").asDouble(0),
                                    node.path("width").asDouble(0),
                                    node.path("height").asDouble(0),
                                    node.path("maximized").asBoolean(false),
                                    node.path("page").asString("")))
                    : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static OptionalLong bytes(JsonNode node) {
        return node.canConvertToLong() && node.isIntegralNumber() && node.longValue() > 0
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    private static <E extends Enum<E>> E constant(JsonNode node, E standard) {
        return find(node, standard.getDeclaringClass()).orElse(standard);
    }

    private static <E extends Enum<E>> Optional<E> find(JsonNode node, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(node.asString(""))) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
