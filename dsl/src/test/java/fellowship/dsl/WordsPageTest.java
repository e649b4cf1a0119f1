package fellowship.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import fellowship.plan.Fate;
import fellowship.plan.Jury;
import fellowship.plan.OrderRule;
import fellowship.plan.Pick;
import fellowship.plan.Ranks;
import fellowship.plan.SettleRule;
import fellowship.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/words.md} is made from the interfaces, so that the words are described in one place only. After a change,
 * run this test with {@code -Dfellowship.rewrite=true} and commit the page.
 */
class WordsPageTest {

    private static final Path SOURCES = Path.of("src/main/java/fellowship/dsl");
    private static final Path SCRIPTS = Path.of("src/test/resources/scripts");
    private static final Path PAGE = Path.of("../docs/words.md");
    private static final String JAVA_ONLY = "The same for Java.";
    private static final Pattern NAMED = Pattern.compile("value = \"(\\w+)\", type = (\\w+)\\.class");

    private static final List<String> BUILT_IN =
            List.of("calculator", "calendar", "exact-match", "numbers-match", "json-check", "length");

    private record Word(String form, String sentence) {}

    /** Sections in the order of the page: type, title. */
    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("WorkflowSpec", "At the top of a script");
        SECTIONS.put("Param", "`@Param(…)` before a typed variable");
        SECTIONS.put("AgentSpec", "Inside `agent(…) { … }`");
        SECTIONS.put("JudgeSpec", "Inside `judge(…) { … }`");
        SECTIONS.put("JurySpec", "Inside `jury(…) { … }`");
        SECTIONS.put("DebateSpec", "Inside `debate(…) { … }`");
        SECTIONS.put("DiscussionSpec", "Inside `discussion(…) { … }`");
        SECTIONS.put("OrderWords", "Inside `judge`, `debate` and `discussion`");
        SECTIONS.put("AgreementSpec", "Inside `agreement(…) { … }`");
        SECTIONS.put("PromptFiles", "At the top and inside `agent` and `judge`");
        SECTIONS.put("IncludeSpec", "In an include block");
        SECTIONS.put("Included", "On an included template");
        SECTIONS.put("RowFlow", "On rows");
        SECTIONS.put("RefineSpec", "Inside `refine(…) { … }`");
        SECTIONS.put("DraftFlow", "On rows with drafts");
        SECTIONS.put("JudgedFlow", "On rows with a verdict");
        SECTIONS.put("GateSpec", "Inside `gates(…) { … }`");
        SECTIONS.put("PairFlow", "On rows with a pair");
        SECTIONS.put("Flow", "On all rows");
        SECTIONS.put("Choosing", "On all rows: which ones");
        SECTIONS.put("Drafts", "What a closure sees of a row with drafts");
        SECTIONS.put("DraftView", "What a closure sees of one draft");
        SECTIONS.put("DraftOf", "What the closure of `measure` sees, beside what it sees of a draft");
        SECTIONS.put("CritiqueView", "What a closure sees of one review");
        SECTIONS.put("Judged", "What a closure sees of a row with a verdict");
        SECTIONS.put("VoteView", "What a closure sees of one vote");
        SECTIONS.put("JudgmentView", "What a closure sees of one judgment");
        SECTIONS.put("StepView", "What a closure sees of one step of a solution");
        SECTIONS.put("Pair", "What a closure sees of a row with a pair");
        SECTIONS.put("Values", "Functions for closures");
        SECTIONS.put("Range", "`@Range(…)` before a number of a reply");
        SECTIONS.put("OneOf", "`@OneOf(…)` before a text of a reply");
    }

    private final Map<String, List<Word>> words = read();

    @Test
    void everyWordHasItsSentence() {
        assertThat(words).containsKeys(SECTIONS.keySet().toArray(String[]::new));
        words.forEach((type, found) -> assertThat(found).as(type).allSatisfy(word -> assertThat(word.sentence())
                .as(type + ": " + word.form())
                .isNotBlank()
                .endsWith(".")));
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("fellowship.rewrite")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    /** So that a word which no longer compiles cannot stay on the page. */
    @Test
    void everyWordIsSaidInAScriptThatIsTested() throws IOException {
        StringBuilder scripts = new StringBuilder();
        try (var files = Files.list(SCRIPTS)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".groovy")).toList()) {
                scripts.append(Files.readString(file));
            }
        }
        assertThat(Tools.known().keySet()).containsAll(BUILT_IN);
        List<String> unsaid = SECTIONS.keySet().stream()
                .flatMap(type -> words.get(type).stream().map(Word::form))
                .filter(form -> !form.startsWith("`value =") && !said(form, scripts))
                .toList();
        assertThat(unsaid).isEmpty();
    }

    private static boolean said(String form, CharSequence scripts) {
        String word = form.replaceAll("`|it\\.|[( ].*", "");
        return Pattern.compile("\\b" + word + "\\b").matcher(scripts).find();
    }

    private String page() {
        StringBuilder out = new StringBuilder("""
                # The words

                Made from the interfaces of `fellowship.dsl` by `WordsPageTest`; do not edit it here.
                """);
        List<Word> everywhere = words.get("Flow");
        SECTIONS.forEach((type, title) -> {
            out.append("\n## ").append(title).append("\n\n| write | it |\n|---|---|\n");
            words.get(type).stream()
                    .filter(word -> type.equals("Flow") || !everywhere.contains(word))
                    .forEach(word -> out.append("| ")
                            .append(word.form())
                            .append(" | ")
                            .append(word.sentence().replace("|", "\\|"))
                            .append(" |\n"));
        });
        out.append("\n## Constants\n\n");
        out.append("`chosen:` and `rejected:` take ")
                .append(names(Pick.values()))
                .append(". ");
        out.append("`ranks:` takes ").append(names(Ranks.values())).append(". ");
        out.append("`weak`, `refusals` and `ties:` take ")
                .append(names(Fate.values()))
                .append(", each what it can do.\n");
        out.append("`bothOrders` takes ").append(names(OrderRule.values())).append(". ");
        out.append("`settle` takes ").append(names(SettleRule.values())).append(".\n");
        out.append("`ownFamily` takes ").append(names(Jury.FamilyRule.values())).append(". ");
        out.append("A column of type `Label` holds ")
                .append(names(Label.values()))
                .append(".\n");
        out.append("`tools` takes ")
                .append(BUILT_IN.stream().map(tool -> "`" + tool + "`").collect(Collectors.joining(", ")))
                .append(", and those of jars on the class path.\n");
        return out.toString();
    }

    private static String names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> "`" + constant.name() + "`")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<Word>> read() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                var listed = Files.list(SOURCES)) {
            List<Path> sources = listed.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            Iterable<? extends JavaFileObject> objects = files.getJavaFileObjectsFromPaths(sources);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, objects);
            DocTrees docs = DocTrees.instance(task);
            Map<String, List<Word>> words = new LinkedHashMap<>();
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    ClassTree declared = (ClassTree) type;
                    words.put(declared.getSimpleName().toString(), words(declared, new TreePath(unit), docs));
                }
            }
            return words;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Word> words(ClassTree type, TreePath unit, DocTrees docs) {
        TreePath path = new TreePath(unit, type);
        List<Word> words = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getReturnType() != null && isShown(method, type)) {
                var comment = docs.getDocCommentTree(new TreePath(path, method));
                String sentence = comment == null
                        ? ""
                        : comment.getFullBody().stream().map(Object::toString).collect(Collectors.joining());
                if (!sentence.startsWith(JAVA_ONLY)) {
                    words.add(new Word("`" + form(method, type) + "`", tidy(sentence)));
                }
            }
        }
        return words;
    }

    private static boolean isShown(MethodTree method, ClassTree type) {
        return switch (type.getKind()) {
            case INTERFACE, ANNOTATION_TYPE -> true;
            default -> isFunction(method) || method.getName().toString().matches("(get|is)[A-Z].*");
        };
    }

    /** The functions of {@code Values}; other classes hold none that are shown. */
    private static boolean isFunction(MethodTree method) {
        return method.getModifiers().getFlags().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))
                && !method.getName().contentEquals("of");
    }

    private static String form(MethodTree method, ClassTree type) {
        String name = method.getName().toString();
        if (type.getKind() == Tree.Kind.CLASS && !isFunction(method)) {
            String property = name.replaceFirst("get|is", "");
            return "it." + Character.toLowerCase(property.charAt(0)) + property.substring(1);
        }
        if (type.getKind() == Tree.Kind.ANNOTATION_TYPE) {
            return name + " = " + method.getReturnType();
        }
        String block = "";
        List<String> arguments = new ArrayList<>();
        for (VariableTree parameter : method.getParameters()) {
            String of = parameter.getType().toString();
            if (of.startsWith("Closure")) {
                block = " { … }";
            } else if (of.startsWith("Map<?")) {
                arguments.add("name: number, …");
            } else if (of.startsWith("Map")) {
                String named = parameter.getModifiers().toString();
                NAMED.matcher(named).results().map(WordsPageTest::argument).forEach(arguments::add);
            } else {
                arguments.add(parameter.getName() + (parameter.toString().contains("...") ? "…" : ""));
            }
        }
        String inside = String.join(", ", arguments);
        return inside.isEmpty() && !block.isEmpty() ? name + block : name + "(" + inside + ")" + block;
    }

    private static String argument(MatchResult named) {
        return named.group(1) + ": " + named.group(2).toLowerCase(Locale.ROOT).replace("object", "pick or column");
    }

    private static String tidy(String javadoc) {
        return javadoc.replace("\\u2026", "…")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ((?:[^{}]|\\{\\{[^{}]*}}|\\{[^{}]*})*)}", "`$1`")
                .strip();
    }
}
