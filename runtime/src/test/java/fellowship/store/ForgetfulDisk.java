package fellowship.store;

import fellowship.seam.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A disk in memory that loses its power: of bytes that were not synced any part may be there, whole, cut or zeroed; of
 * names that were not synced any may be there, whatever the order in which they were given. Fails at a chosen call, as
 * the power does.
 */
final class ForgetfulDisk implements Disk {

    private static final int BLOCK = 512;

    private final int lastCall;
    private final Map<Path, Inode> names = new HashMap<>();
    private final Map<Path, Inode> synced = new HashMap<>();
    private final List<Naming> unsynced = new ArrayList<>();
    private int calls;

    /** @param lastCall the call at which the power fails */
    ForgetfulDisk(int lastCall) {
        this.lastCall = lastCall;
    }

    private static final class Inode {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int synced;
    }

    /** A change of names: what stands under it afterwards, {@code null} for nothing. */
    private record Naming(Path name, Inode file, Path gone) {}

    /** The power is gone. */
    static final class PowerLoss extends IOException {
        private static final long serialVersionUID = 1L;
    }

    int calls() {
        return calls;
    }

    private void call() throws PowerLoss {
        if (++calls >= lastCall) {
            throw new PowerLoss();
        }
    }

    @Override
    public NewFile create(Path path) throws IOException {
        call();
        Inode file = new Inode();
        names.put(path, file);
        unsynced.add(new Naming(path, file, path));
        return new NewFile() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                file.bytes.write(bytes, from, length);
                call();
            }

            @Override
            public void sync() throws IOException {
                call();
                file.synced = file.bytes.size();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        call();
        Inode file = names.remove(from);
        names.put(to, file);
        unsynced.add(new Naming(to, file, from));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        call();
        unsynced.removeIf(naming -> {
            boolean here = folder.equals(naming.name().getParent());
            if (here) {
                apply(synced, naming);
            }
            return here;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        call();
        names.remove(path);
        unsynced.add(new Naming(path, null, path));
    }

    private static void apply(Map<Path, Inode> names, Naming naming) {
        names.remove(naming.gone());
        if (naming.file() == null) {
            names.remove(naming.name());
        } else {
            names.put(naming.name(), naming.file());
        }
    }

    /** One of the states in which the disk may be found when the power is back. */
    Map<Path, byte[]> afterPowerLoss(SplittableRandom dice) {
        Map<Path, Inode> kept = new HashMap<>(synced);
        List<Naming> some = new ArrayList<>(unsynced);
        some.removeIf(naming -> dice.nextBoolean());
        if (dice.nextInt(3) == 0) {
            java.util.Collections.reverse(some);
        }
        some.forEach(naming -> apply(kept, naming));
        Map<Path, byte[]> files = new HashMap<>();
        kept.forEach((path, file) -> files.put(path, torn(file, dice)));
        return files;
    }

    private static byte[] torn(Inode file, SplittableRandom dice) {
        byte[] all = file.bytes.toByteArray();
        int length = file.synced + dice.nextInt(all.length - file.synced + 1);
        byte[] left = Arrays.copyOf(all, length);
        for (int at = file.synced; at < length; at += BLOCK) {
            if (dice.nextInt(3) == 0) {
                Arrays.fill(left, at, Math.min(length, at + BLOCK), (byte) 0);
            }
        }
        return left;
    }
}
