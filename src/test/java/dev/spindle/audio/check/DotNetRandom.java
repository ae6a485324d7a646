package dev.spindle.audio.check;

/**
 * The generator with which CUETools makes the samples of its tests: .NET's {@code Random} of a
 * seed, Knuth's subtractive method (Numerical Recipes, ran3).
 */
final class DotNetRandom {
    private static final int BIG = Integer.MAX_VALUE;
    private static final int SEED = 161_803_398;

    private final int[] state = new int[56];
    private int next;
    private int nextBehind = 21;

    DotNetRandom(int seed) {
        int newest = SEED - Math.abs(seed);
        state[55] = newest;
        int older = 1;
        for (int i = 1; i < 55; i++) {
            int place = 21 * i % 55;
            state[place] = older;
            older = wrapped(newest - older);
            newest = state[place];
        }
        for (int round = 0; round < 4; round++) {
            for (int i = 1; i < 56; i++) {
                state[i] = wrapped(state[i] - state[1 + (i + 30) % 55]);
            }
        }
    }

    private static int wrapped(int value) {
        return value < 0 ? value + BIG : value;
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            next = next % 55 + 1;
            nextBehind = nextBehind % 55 + 1;
            int value = state[next] - state[nextBehind];
            value = wrapped(value == BIG ? value - 1 : value);
            state[next] = value;
            bytes[i] = (byte) value;
        }
        return bytes;
    }
}
