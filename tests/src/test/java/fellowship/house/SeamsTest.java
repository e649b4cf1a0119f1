package fellowship.house;

import static fellowship.house.House.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What would make a run depend on the machine it runs on comes in through a seam or is said in full: the timers of
 * Reactor, characters, languages, zones, files, the network. An exception stands here with its reason.
 */
class SeamsTest {

    /** Work that blocks and may not hold up timers; what it does is over before anything depends on it. */
    private static final Map<String, String> BLOCKING = Map.of(
            "fellowship.model.Models", "leases: files that are touched beside a run",
            "fellowship.model.http.JsonWire", "a command of the operator's that prints a key");

    /** What must not be foreseen by anybody, and goes into no result. */
    private static final Map<String, String> SECRETS =
            Map.of("fellowship.cli.AnnotateCommand", "the token in the address of the page");

    /** Who speaks to other machines. */
    private static final Set<String> NETWORK_ROOMS = Set.of("model", "hub", "annotate");

    /** Who writes files besides the rooms whose job it is. */
    private static final Map<String, String> WRITERS = Map.of(
            "fellowship.cli.TemplateTrial", "plays a template in a folder that is gone afterwards",
            "fellowship.cli.TemplatesTestCommand", "has that folder",
            "fellowship.cli.TemplatesNewCommand", "copies a template",
            "fellowship.model.Leases", "how processes share an account, see DECISIONS.md",
            "fellowship.model.weights", "keeps the embedded model's weights",
            "fellowship.cli.AgreeCommand", "writes the files it was asked for",
            "fellowship.cli.NewCommand", "writes a first script",
            "fellowship.cli.PreviewCommand", "has a folder that is gone afterwards");

    /** The rooms whose job it is to write. */
    private static final Set<String> WRITING_ROOMS =
            Set.of("seam", "store", "dataset", "report", "run", "export", "people");

    private static final Set<String> FILE_CHANGES = Set.of(
            "write",
            "writeString",
            "newOutputStream",
            "newBufferedWriter",
            "newByteChannel",
            "createFile",
            "createDirectory",
            "createDirectories",
            "createTempFile",
            "createTempDirectory",
            "createLink",
            "createSymbolicLink",
            "move",
            "copy",
            "delete",
            "deleteIfExists",
            "setLastModifiedTime",
            "setPosixFilePermissions",
            "setAttribute");

    @Test
    void noTimerIsReactorsOwn() {
        Set<String> timed = Set.of("elapsed", "timestamp", "timed");
        assertThat(calls((from, target) -> {
                    String owner = owner(target);
                    boolean publisher = owner.startsWith("reactor.core.publisher.");
                    boolean scheduler = has(target, "reactor.core.scheduler.Scheduler");
                    return publisher
                                    && !scheduler
                                    && (has(target, Duration.class.getName()) || timed.contains(target.getName()))
                            || owner.equals("reactor.util.retry.Retry") && has(target, Duration.class.getName());
                }))
                .isEmpty();
    }

    @Test
    void noSchedulerIsReactorsOwn() {
        Set<String> met = new HashSet<>();
        assertThat(calls((from, target) -> {
                    if (!owner(target).equals("reactor.core.scheduler.Schedulers")
                            || House.room(from).equals("cli")) {
                        return false;
                    }
                    boolean blocking =
                            target.getName().equals("boundedElastic") && BLOCKING.containsKey(from.getName());
                    met.add(blocking ? from.getName() : "");
                    return !blocking;
                }))
                .isEmpty();
        assertThat(met).as("exceptions that are needed").containsExactlyInAnyOrderElementsOf(BLOCKING.keySet());
    }

    @Test
    void charactersAreSaidInFull() {
        Set<String> bytes = Set.of(
                "java.io.InputStreamReader",
                "java.io.OutputStreamWriter",
                "java.io.FileReader",
                "java.io.FileWriter",
                "java.io.PrintStream",
                "java.io.PrintWriter",
                "java.util.Scanner",
                "java.util.Formatter");
        assertThat(calls((from, target) -> {
                    String owner = owner(target);
                    boolean made = target.getName().equals("<init>");
                    return is(target, "java.lang.String", "getBytes") && parameters(target) == 0
                            || owner.equals("java.lang.String") && made && has(target, "[B") && !saysCharset(target)
                            || is(target, "java.io.ByteArrayOutputStream", "toString") && parameters(target) == 0
                            || is(target, "java.nio.charset.Charset", "defaultCharset")
                            || bytes.contains(owner)
                                    && made
                                    && !saysCharset(target)
                                    && !has(target, "java.io.Writer")
                                    && !has(target, "java.nio.charset.CharsetDecoder");
                }))
                .isEmpty();
    }

    @Test
    void languagesAreSaidInFull() {
        Set<String> local = Set.of("toLowerCase", "toUpperCase", "format", "formatted", "printf", "ofPattern");
        Set<String> owners = Set.of(
                "java.lang.String", "java.io.PrintStream", "java.io.PrintWriter", "java.time.format.DateTimeFormatter");
        assertThat(calls((from, target) -> {
                    String owner = owner(target);
                    return owners.contains(owner)
                                    && local.contains(target.getName())
                                    && !has(target, "java.util.Locale")
                                    && !(owner.endsWith("DateTimeFormatter")
                                            && target.getName().equals("format"))
                            || is(target, "java.util.Locale", "getDefault")
                            || owner.equals("java.text.NumberFormat")
                                    && !has(target, "java.util.Locale")
                                    && target.getName().startsWith("get")
                                    && target.getName().endsWith("Instance");
                }))
                .isEmpty();
    }

    @Test
    void zonesAreSaidInFull() {
        assertThat(calls((from, target) -> is(target, "java.time.ZoneId", "systemDefault")
                        || is(target, "java.util.TimeZone", "getDefault")
                        || is(target, "java.time.Clock", "systemDefaultZone")
                        || owner(target).startsWith("java.time.")
                                && target.getName().equals("now")
                                && parameters(target) == 0))
                .isEmpty();
    }

    @Test
    void chanceHasASeed() {
        assertThat(calls((from, target) -> {
                    String owner = owner(target);
                    return target.getName().equals("<init>")
                                    && parameters(target) == 0
                                    && (owner.equals("java.util.Random") || owner.equals("java.util.SplittableRandom"))
                            || owner.equals("java.security.SecureRandom") && !SECRETS.containsKey(from.getName())
                            || is(target, "java.util.Collections", "shuffle") && parameters(target) == 1;
                }))
                .isEmpty();
    }

    @Test
    void filesAreWrittenWhereItIsTheJob() {
        Set<String> streams = Set.of("java.io.FileOutputStream", "java.io.FileWriter");
        Set<String> met = new HashSet<>();
        assertThat(calls((from, target) -> {
                    boolean writes =
                            owner(target).equals("java.nio.file.Files") && FILE_CHANGES.contains(target.getName())
                                    || streams.contains(owner(target))
                                            && target.getName().equals("<init>");
                    if (!writes || WRITING_ROOMS.contains(House.room(from))) {
                        return false;
                    }
                    String there = WRITERS.keySet().stream()
                            .filter(name -> from.getPackageName().equals(name)
                                    || outermost(from).equals(name))
                            .findFirst()
                            .orElse("");
                    met.add(there);
                    return there.isEmpty();
                }))
                .isEmpty();
        assertThat(met).as("exceptions that are needed").containsExactlyInAnyOrderElementsOf(WRITERS.keySet());
    }

    @Test
    void onlyModelsKnowTheNetwork() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!NETWORK_ROOMS.contains(House.room(type))) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getName())
                        .filter(SeamsTest::isNetwork)
                        .forEach(target -> wrong.add(type.getName() + " -> " + target));
            }
        }
        wrong.addAll(calls((from, target) -> owner(target).equals("java.net.URL")
                && target.getName().startsWith("open")
                && !NETWORK_ROOMS.contains(House.room(from))));
        assertThat(wrong).isEmpty();
        assertThat(CLASSES.stream()
                        .filter(type -> House.room(type).equals("model"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getName()))
                .anyMatch(SeamsTest::isNetwork);
    }

    private static boolean isNetwork(String name) {
        return name.startsWith("reactor.netty.")
                || name.startsWith("io.netty.")
                || name.startsWith("java.net.http.")
                || name.matches("java\\.net\\.(Server|Datagram|Multicast)?Socket|java\\.net\\.(Http)?URLConnection")
                || name.matches("java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel");
    }

    private interface Rule {
        boolean breaks(JavaClass from, CodeUnitAccessTarget target);
    }

    /** Every call and every reference to a method or constructor that breaks a rule, as class and target. */
    private static Set<String> calls(Rule rule) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Stream.of(
                            type.getMethodCallsFromSelf().stream().map(call -> (CodeUnitAccessTarget) call.getTarget()),
                            type.getConstructorCallsFromSelf().stream()
                                    .map(call -> (CodeUnitAccessTarget) call.getTarget()),
                            type.getMethodReferencesFromSelf().stream()
                                    .map(call -> (CodeUnitAccessTarget) call.getTarget()),
                            type.getConstructorReferencesFromSelf().stream()
                                    .map(call -> (CodeUnitAccessTarget) call.getTarget()))
                    .flatMap(targets -> targets)
                    .filter((Predicate<CodeUnitAccessTarget>) target -> rule.breaks(type, target))
                    .forEach(target -> wrong.add(type.getName() + " -> " + target.getFullName()));
        }
        return wrong;
    }

    private static boolean is(CodeUnitAccessTarget target, String owner, String name) {
        return owner(target).equals(owner) && target.getName().equals(name);
    }

    private static String owner(CodeUnitAccessTarget target) {
        return target.getOwner().getName();
    }

    private static int parameters(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().size();
    }

    private static boolean has(CodeUnitAccessTarget target, String type) {
        return target.getRawParameterTypes().stream()
                .anyMatch(each -> each.getName().equals(type));
    }

    /** A charset, or the name of one behind the bytes. */
    private static boolean saysCharset(CodeUnitAccessTarget target) {
        return has(target, "java.nio.charset.Charset") || has(target, "java.lang.String") && parameters(target) > 1;
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }
}
