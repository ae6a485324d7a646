package dev.spindle.ui.rip;

import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.LbaIndex;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;

/**
 * The files of the disc that a page shows. A drive does one thing at a time, so the files of a disc
 * in one are asked for when the rip has ended; those of an image at once. For the interface thread.
 */
public final class RipFiles {
    private static final String DEVICES = "/dev/";

    private final RipViewModel rip;
    private final RipService service;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<DiscTree>> tree =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LbaIndex>> index =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String asked = "";

    /** Follows what a page shows. */
    public RipFiles(RipViewModel rip, RipService service, Background background) {
        this.rip = rip;
        this.service = service;
        this.background = background;
        rip.snapshotProperty().subscribe(_ -> look());
        rip.stateProperty().subscribe(_ -> look());
    }

    /** Empty while not known, and where the disc has no files that can be listed. */
    public ReadOnlyObjectProperty<Optional<DiscTree>> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /** The way from a sector to its files; empty likewise. */
    public ReadOnlyObjectProperty<Optional<LbaIndex>> indexProperty() {
        return index.getReadOnlyProperty();
    }

    private void look() {
        String address = rip.request().map(request -> request.drive()).orElse("");
        if (address.isEmpty()) {
            forget();
        } else if (!address.equals(asked) && mayAsk(address)) {
            forget();
            asked = address;
            background.run(
                    "rip-files",
                    () -> {
                        var found = service.files(address);
                        return new Answer(found, LbaIndex.of(found));
                    },
                    answer -> take(address, answer),
                    _ -> {});
        }
    }

    private record Answer(DiscTree tree, LbaIndex index) {}

    private boolean mayAsk(String address) {
        boolean isRead =
                rip.snapshotProperty()
                        .get()
                        .filter(now -> now.sample().readBytes() > 0)
                        .isPresent();
        return address.startsWith(DEVICES) ? !rip.isRunning() && isRead : isRead;
    }

    private void forget() {
        asked = "";
        tree.set(Optional.empty());
        index.set(Optional.empty());
    }

    private void take(String address, Answer answer) {
        if (address.equals(asked)) {
            tree.set(Optional.of(answer.tree()));
            index.set(Optional.of(answer.index()));
        }
    }
}
