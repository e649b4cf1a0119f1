package fellowship.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Plays seeds. Folders are in memory where the machine has such a place, so that no disk is waited for. */
final class Simulator implements AutoCloseable {

    /** Seeds share worlds, so that a world's answers and its calm run are made once. */
    static final int WORLDS = 64;

    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private final Map<String, World> worlds = new HashMap<>();
    private final Map<String, Scene.Calm> calms = new HashMap<>();
    private int scenes;

    Simulator() {
        try {
            folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "fellowship-simulator")
                    : Files.createTempDirectory("fellowship-simulator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Played play(Conditions conditions, Sabotage sabotage) {
        String name = conditions.world() + "-" + conditions.rows();
        World world = worlds.computeIfAbsent(name, same -> new World(conditions.world(), conditions.rows()));
        Scene.Calm calm = calms.get(name);
        if (calm == null) {
            calm = calm(world, conditions, name);
            calms.put(name, calm);
        }
        try (Scene scene = scene(world, name, calm)) {
            return new Play(scene, conditions, sabotage).play();
        }
    }

    private Scene.Calm calm(World world, Conditions conditions, String name) {
        try (Scene scene = scene(world, name, Scene.Calm.UNKNOWN)) {
            Played played = new Play(scene, conditions.calm(), Sabotage.NONE).play();
            if (!played.good()) {
                throw new AssertionError("a calm run of world " + name + ": " + played.violations());
            }
            return new Scene.Calm(scene.files(), Math.max(1, played.billedMicros()), played.dearestMicros());
        }
    }

    private Scene scene(World world, String name, Scene.Calm calm) {
        return new Scene(world, folder.resolve(name), calm, "run-" + scenes++);
    }

    /** The simplest conditions that still fail. */
    Conditions shrink(Conditions failing, Sabotage sabotage) {
        Conditions least = failing;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Conditions simpler : least.simpler()) {
                if (!play(simpler, sabotage).good()) {
                    least = simpler;
                    smaller = true;
                    break;
                }
            }
        }
        return least;
    }

    @Override
    public void close() {
        try {
            Scene.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
