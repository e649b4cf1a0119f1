package fellowship.script;

import fellowship.dsl.AgentSpec;
import fellowship.dsl.AgreementSpec;
import fellowship.dsl.DebateSpec;
import fellowship.dsl.DiscussionSpec;
import fellowship.dsl.DraftFlow;
import fellowship.dsl.Flow;
import fellowship.dsl.GateSpec;
import fellowship.dsl.IncludeSpec;
import fellowship.dsl.Included;
import fellowship.dsl.JudgeSpec;
import fellowship.dsl.JudgedFlow;
import fellowship.dsl.JurySpec;
import fellowship.dsl.PairFlow;
import fellowship.dsl.RefineSpec;
import fellowship.dsl.RowFlow;
import fellowship.dsl.Values;
import fellowship.dsl.WorkflowSpec;
import groovy.lang.Closure;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of the language, read from its interfaces, and what messages call the things they belong to. */
final class Vocabulary {

    /** What a script's author calls each interface. */
    private static final Map<Class<?>, String> NOUNS = new LinkedHashMap<>();

    static {
        NOUNS.put(WorkflowSpec.class, "a script");
        NOUNS.put(AgentSpec.class, "an agent block");
        NOUNS.put(JudgeSpec.class, "a judge block");
        NOUNS.put(JurySpec.class, "a jury block");
        NOUNS.put(DebateSpec.class, "a debate block");
        NOUNS.put(DiscussionSpec.class, "a discussion block");
        NOUNS.put(AgreementSpec.class, "an agreement block");
        NOUNS.put(GateSpec.class, "a gates block");
        NOUNS.put(RefineSpec.class, "a refine block");
        NOUNS.put(IncludeSpec.class, "an include block");
        NOUNS.put(Included.class, "an included template");
        NOUNS.put(RowFlow.class, "rows");
        NOUNS.put(DraftFlow.class, "rows with drafts");
        NOUNS.put(JudgedFlow.class, "rows with a verdict");
        NOUNS.put(PairFlow.class, "rows with a pair");
        NOUNS.put(Flow.class, "rows");
    }

    /** What makes each kind of rows. */
    private static final Map<Class<?>, String> MADE_BY =
            Map.of(DraftFlow.class, "generate, refine or drafts", JudgedFlow.class, "compare", PairFlow.class, "pairs");

    private Vocabulary() {}

    /** The words of an interface of the language. */
    static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The functions that closures may use. */
    static Set<String> functions() {
        return new TreeSet<>(pure().keySet());
    }

    /** The same, each with its method. */
    static Map<String, Method> pure() {
        return Arrays.stream(Values.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .collect(Collectors.toMap(Method::getName, method -> method));
    }

    /** The interfaces of the language by their full name. */
    static Map<String, Class<?>> interfaces() {
        return NOUNS.keySet().stream().collect(Collectors.toMap(Class::getName, type -> type));
    }

    /** The interfaces of the language, the more special ones first. */
    static List<Class<?>> ordered() {
        return List.copyOf(NOUNS.keySet());
    }

    static String noun(Class<?> type) {
        return NOUNS.getOrDefault(type, "a " + type.getSimpleName());
    }

    /** Where a word that is not known here is known, for example {@code pairs} on plain rows. */
    static String elsewhere(String word, Class<?> here) {
        if (!Flow.class.isAssignableFrom(here)) {
            return "";
        }
        List<String> makers = Stream.of(RowFlow.class, DraftFlow.class, JudgedFlow.class, PairFlow.class)
                .filter(type -> words(type).contains(word))
                .map(type -> MADE_BY.getOrDefault(type, "read or map"))
                .toList();
        return makers.isEmpty() ? "" : "; it follows " + String.join(", or ", makers);
    }

    /** All named arguments there are. */
    static Set<String> namedArguments() {
        return NOUNS.keySet().stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .map(parameter -> parameter.getAnnotation(NamedParams.class))
                .filter(names -> names != null)
                .flatMap(names -> Arrays.stream(names.value()))
                .map(NamedParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The forms of a word that a script can use, as they are written. */
    static List<String> forms(String word, Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(word) && !method.isBridge())
                .filter(method -> Arrays.stream(method.getParameterTypes()).noneMatch(Vocabulary::isJavaOnly))
                .map(Vocabulary::form)
                .distinct()
                .sorted((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b))
                .toList();
    }

    /** The same, by the simple name of the interface; of the words of a script without one. */
    static List<String> forms(String word, @Nullable String type) {
        return NOUNS.keySet().stream()
                .filter(known -> known.getSimpleName().equals(Objects.requireNonNullElse(type, "WorkflowSpec")))
                .findFirst()
                .map(known -> forms(word, known))
                .orElse(List.of(word));
    }

    /** Whether only Java writes this: a lambda where a script writes a block or a closure. */
    static boolean isJavaOnly(Class<?> parameter) {
        return parameter.getName().startsWith("java.util.function.");
    }

    private static String form(Method method) {
        Parameter[] parameters = method.getParameters();
        boolean block =
                parameters.length > 0 && Closure.class.isAssignableFrom(parameters[parameters.length - 1].getType());
        String inside = Arrays.stream(parameters)
                .limit(block ? parameters.length - 1 : parameters.length)
                .map(Vocabulary::argument)
                .collect(Collectors.joining(", "));
        String call = inside.isEmpty() && block ? method.getName() : method.getName() + "(" + inside + ")";
        return block ? call + " { … }" : call;
    }

    private static String argument(Parameter parameter) {
        NamedParams names = parameter.getAnnotation(NamedParams.class);
        if (names != null) {
            return Arrays.stream(names.value())
                    .map(name -> name.value() + ": "
                            + shortName(name.type().getName())
                                    .replace("Number", "number")
                                    .replace("Map", "[name: number]")
                                    .replace("Object", "Pick or 'column'"))
                    .collect(Collectors.joining(", "));
        }
        if (parameter.getType().isEnum()) {
            return kind(parameter.getType().getName());
        }
        if (parameter.getType() == Map.class) {
            return "name: number, …";
        }
        String type = parameter.isVarArgs()
                ? shortName(parameter.getType().getComponentType().getName()) + "…"
                : shortName(parameter.getType().getName());
        return type + " " + parameter.getName();
    }

    static String shortName(String type) {
        return type.replaceAll("\\b[a-z]\\w*\\.(?=[\\w.]*[A-Z])", "").replaceAll("<.*>", "");
    }

    /** What a value of this type is called. */
    static String kind(String type) {
        return switch (shortName(type)) {
            case "String", "GString", "CharSequence" -> "text";
            case "int", "long", "Integer", "Long", "BigInteger" -> "a whole number";
            case "double", "float", "Double", "Float", "BigDecimal", "Number" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Class" -> "a record's name";
            case "Closure" -> "a block";
            case "Map", "LinkedHashMap" -> "named arguments";
            case "Pick" -> "best, worst, first, last or random";
            case "Ranks" -> "adjacent, all or revised";
            case "Fate" -> "drop, keep, flip or soften";
            case "OrderRule" -> "consistent, swapSum, average or synthesise";
            case "SettleRule" -> "majority, meanScore, medianScore, weighted, peerRank, dawidSkene or unanimous";
            case "FamilyRule", "Jury$FamilyRule" -> "exclude or warn";
            case "void" -> "nothing";
            default -> a(shortName(type));
        };
    }

    /** A noun with its article. */
    static String a(String noun) {
        return switch (noun) {
            case "Drafts" -> "a row with drafts";
            case "DraftView" -> "a draft";
            case "Judged" -> "a row with a verdict";
            case "VoteView" -> "a vote";
            case "DraftOf" -> "a draft";
            case "JudgmentView" -> "a judgment";
            case "CritiqueView" -> "a review";
            case "StepView" -> "a step";
            case "Pair" -> "a row with a pair";
            default -> ("aeiouAEIOU".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
        };
    }
}
