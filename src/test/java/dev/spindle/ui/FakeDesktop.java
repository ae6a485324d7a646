package dev.spindle.ui;

import dev.spindle.ui.common.Desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what the window asked of the machine. */
public final class FakeDesktop implements Desktop {
    public final List<String> opened = new ArrayList<>();
    public final Map<String, byte[]> saved = new LinkedHashMap<>();

    /** Refuses everything from now on. */
    public boolean refuses;

    @Override
    public void openFolder(String folder) throws IOException {
        check();
        opened.add(folder);
    }

    @Override
    public String save(String path, byte[] content) throws IOException {
        check();
        saved.put(path, content);
        return path;
    }

    private void check() throws IOException {
        if (refuses) {
            throw new IOException("there is no room here");
        }
    }

    @Override
    public String log() {
        return "a line with serial: K1234567";
    }

    @Override
    public String events() {
        return "{\"type\":\"notice\",\"text\":\"drive Q99 is slow\"}";
    }

    @Override
    public String systemFacts() {
        return "a system";
    }
}
