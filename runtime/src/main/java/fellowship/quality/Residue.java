package fellowship.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What generation leaves behind in a text: talk of being an AI, an announced answer, marks of chat templates, a role's label,
 * a fence that is not closed. Code in the text is not looked at but for the fence. English, German, French, Spanish, Italian,
 * Portuguese, Chinese, Japanese and Russian are known; careful rather than keen.
 */
public final class Residue {

    private static final int INSENSITIVE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put(
                "as an AI",
                Pattern.compile(
                        "\\bas an? (?:ai|artificial intelligence)(?: language model|(?: (?:model|assistant|chatbot))?,? i\\b)"
                                + "|\\bas a (?:large )?language model\\b"
                                + "|\\bals (?:eine? )?(?:ki(?:-(?:sprach)?modell|-assistent)?|sprachmodell|künstliche intelligenz)"
                                + "(?:,? (?:kann|habe|bin|darf|werde) ich)"
                                + "|\\ben tant qu(?:e |['’])(?:ia|intelligence artificielle|modèle de langage|assistant ia)\\b"
                                + "|\\bcomo (?:una? )?(?:modelo de (?:lenguaje|linguagem)|inteligencia artificial|inteligência artificial|ia)"
                                + ",? (?:no |não |yo |eu )"
                                + "|\\b(?:come|in quanto) (?:un )?(?:modello linguistico|intelligenza artificiale|ia)\\b"
                                + "|\\bкак (?:языковая модель|искусственный интеллект|ии)\\b"
                                + "|作为(?:一个|一名)?(?:人工智能|AI|大?语言模型|大型语言模型)"
                                + "|(?:AI|人工知能|言語モデル)(?:言語モデル|アシスタント)?として",
                        INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS));
        FORMS.put(
                "announced answer",
                Pattern.compile(
                        "\\A\\s*(?:\\*\\*)?(?:(?:sure|certainly|of course|okay|absolutely|gerne|natürlich|bien sûr|claro)[!,.]*\\s*)?"
                                + "(?:here(?:['’]s| is| are) (?:the|an?|my|your)[^\\n.:]{0,30}?"
                                + "\\b(?:improved|revised|rewritten|updated|corrected|refined|polished)\\b"
                                + "|hier ist (?:die|eine|meine|der) (?:überarbeitete|verbesserte|korrigierte|neue)"
                                + "|voici (?:la|une|ma|le) (?:réponse|version|texte) (?:révisée?|améliorée?|corrigée?)"
                                + "|aquí (?:está|tienes) (?:la|una|mi) (?:respuesta|versión) (?:revisada|mejorada|corregida)"
                                + "|ecco la (?:risposta|versione) (?:rivista|migliorata|corretta)"
                                + "|aqui está a (?:resposta|versão) (?:revisada|melhorada|corrigida)"
                                + "|вот (?:улучшенный|исправленный|переработанный)"
                                + "|以下是(?:修改|改进|修订)后的)[^\\n:：]{0,60}?(?:[:：]|\\n)",
                        INSENSITIVE));
        FORMS.put(
                "template mark",
                Pattern.compile(
                        "<\\|[a-z0-9_]+\\|>|\\[/?INST]|<</?SYS>>|<(?:start|end)_of_turn>|\\A\\s*<s>|</s>\\s*\\z"
                                + "|^#{2,3} ?(?:Instruction|Response|Input)s?:\\s*$|\\{\\{\\s*\\w+\\s*}}"
                                + "|\\[(?:Your|Insert) [A-Za-z ]{1,30}(?: here)?]",
                        Pattern.MULTILINE));
        FORMS.put(
                "role label",
                Pattern.compile(
                        "\\A\\s*(?:\\*\\*)?(?:assistant|human|user|system|ai|chatgpt|bot|answer [ab]|response [ab12]|assistent|benutzer"
                                + "|nutzer|assistante?|asistente|usuario|utilisateur|助手|用户|アシスタント)(?:\\*\\*)?\\s*[:：]"
                                + "|\\n\\n(?:human|user):\\s",
                        INSENSITIVE));
    }

    private Residue() {}

    /** The first kind of remains found; nothing in a clean text. */
    public static Optional<String> in(String text) {
        String prose = Prose.of(text);
        return FORMS.entrySet().stream()
                .filter(form -> form.getValue().matcher(prose).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Prose.fenceOpen(text) ? Optional.of("unclosed fence") : Optional.empty());
    }
}
