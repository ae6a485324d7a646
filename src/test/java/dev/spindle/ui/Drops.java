package dev.spindle.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Things that a desktop drops onto a node. No toolkit without a screen can drag, so the events are
 * made as it would make them.
 */
final class Drops {
    private Drops() {}

    /** Moves files over a node and lets them fall; says whether they were taken. */
    static boolean files(Node onto, String... paths) {
        var files = List.of(paths).stream().map(path -> Path.of(path).toFile()).toList();
        return drop(onto, DataFormat.FILES, files);
    }

    static boolean text(Node onto, String text) {
        return drop(onto, DataFormat.PLAIN_TEXT, text);
    }

    private static boolean drop(Node onto, DataFormat format, Object content) {
        var over = event(onto, DragEvent.DRAG_OVER, format, content);
        onto.fireEvent(over);
        if (!over.isAccepted()) {
            return false;
        }
        var dropped = event(onto, DragEvent.DRAG_DROPPED, format, content);
        onto.fireEvent(dropped);
        return dropped.isDropCompleted();
    }

    private static DragEvent event(
            Node onto, EventType<DragEvent> type, DataFormat format, Object content) {
        var board = DragboardHelper.createDragboard(clipboard(format, content));
        return new DragEvent(
                onto, onto, type, board, 10, 10, 10, 10, TransferMode.COPY, null, onto, null);
    }

    private static TKClipboard clipboard(DataFormat format, Object content) {
        return (TKClipboard)
                Proxy.newProxyInstance(
                        Drops.class.getClassLoader(),
                        new Class<?>[] {TKClipboard.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "getContentTypes" -> Set.of(format);
                                    case "hasContent" -> arguments[0].equals(format);
                                    case "getContent" ->
                                            arguments[0].equals(format) ? content : null;
                                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
