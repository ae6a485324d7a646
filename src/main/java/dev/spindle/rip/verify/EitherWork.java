package dev.spindle.rip.verify;

import dev.spindle.run.RoleWorker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** What the file turns out to be: something else, or an image. */
final class EitherWork implements VerifyWork {
    private final Supplier<Optional<VerifyWork>> other;
    private final VerifyWork usual;
    private volatile @Nullable VerifyWork chosen;

    /**
     * @param other makes file calls, on the thread that runs this
     */
    EitherWork(Supplier<Optional<VerifyWork>> other, VerifyWork usual) {
        this.other = other;
        this.usual = usual;
    }

    private VerifyWork now() {
        VerifyWork found = chosen;
        return found == null ? usual : found;
    }

    @Override
    public VerifyReport run(RoleWorker.Lease lease) throws IOException {
        VerifyWork found = other.get().orElse(usual);
        chosen = found;
        return found.run(lease);
    }

    @Override
    public long readBytes() {
        return now().readBytes();
    }

    @Override
    public long totalBytes() {
        return now().totalBytes();
    }

    @Override
    public VerifyReport stopped() {
        return now().stopped();
    }

    @Override
    public void abandon() {
        now().abandon();
    }
}
