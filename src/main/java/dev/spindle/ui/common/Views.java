package dev.spindle.ui.common;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Loads views; their controllers are made by registered suppliers, so they take their models. */
public final class Views {
    private final Map<Class<?>, Supplier<?>> controllers = new HashMap<>();

    /** Knows all that these know now, and can be told more for a part of its own. */
    public Views copy() {
        var copy = new Views();
        copy.controllers.putAll(controllers);
        return copy;
    }

    /** Says how controllers of a class are made; gives this. */
    public <C> Views with(Class<C> controller, Supplier<C> supplier) {
        controllers.put(controller, supplier);
        return this;
    }

    /** Loads the view that lies beside a controller: {@code XView.fxml} of {@code XController}. */
    public Parent load(Class<?> controller) {
        String file = controller.getSimpleName().replaceFirst("Controller$", "View.fxml");
        URL place = Objects.requireNonNull(controller.getResource(file), file);
        return load(place);
    }

    public Parent load(URL fxml) {
        var loader = new FXMLLoader(fxml, Texts.bundle());
        loader.setControllerFactory(this::create);
        try {
            return loader.load();
        } catch (IOException problem) {
            throw new UncheckedIOException("can't load " + fxml, problem);
        }
    }

    private Object create(Class<?> controller) {
        Supplier<?> supplier = controllers.get(controller);
        if (supplier == null) {
            throw new IllegalStateException("no supplier for " + controller.getName());
        }
        return supplier.get();
    }
}
