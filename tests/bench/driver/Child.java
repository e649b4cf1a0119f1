import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is measured from outside: wall, processor seconds as the system accounts them, peak memory. */
record Child(int code, double startedAt, double seconds, double cpu, double peakMb, String out) {

    private static final double TICKS = 100;

    /** What is done while it runs. */
    interface Meanwhile {
        /** @return whether to kill it now */
        boolean kill() throws IOException;
    }

    static Child run(Path folder, Map<String, String> environment, List<String> command, Meanwhile meanwhile)
            throws IOException, InterruptedException {
        File out = File.createTempFile("bench", ".out");
        File err = File.createTempFile("bench", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().putAll(environment);
        double before = childrenCpu();
        double startedAt = System.currentTimeMillis() / 1e3;
        long start = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (!process.waitFor(40, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMb(process.pid()));
            if (meanwhile.kill()) {
                process.destroyForcibly().waitFor();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = childrenCpu() - before;
        String said = Files.readString(out.toPath());
        if (process.exitValue() > 1 && process.exitValue() < 128) {
            System.err.println(command + " ended with " + process.exitValue() + "\n" + Files.readString(err.toPath()) + said);
        }
        out.delete();
        err.delete();
        return new Child(process.exitValue(), startedAt, seconds, cpu, peak, said);
    }

    /** What all ended children took; NaN where the system does not tell. */
    private static double childrenCpu() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static double peakMb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1000)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
