package fellowship.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The house as its rules see it: compiled classes and source files. */
final class House {

    /** All production classes: those of the tests, here and in the runtime's test jar, are left out. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("fellowship");

    private House() {}

    /** The checkout's root. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** Production sources of all modules. */
    static List<Path> sources() {
        return Stream.of("runtime", "dsl", "workflows")
                .flatMap(module -> javaFiles(root().resolve(module).resolve("src/main/java")))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The room of a class: {@code fellowship.model.http} is in {@code model}. */
    static String room(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 1 ? names[1] : "";
    }

    private static Stream<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
