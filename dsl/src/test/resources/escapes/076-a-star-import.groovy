// dynamic names: tries a star import.
import java.nio.file.*
Files.createFile(Path.of('@FILE@'))
