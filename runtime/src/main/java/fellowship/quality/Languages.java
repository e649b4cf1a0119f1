package fellowship.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Which language a text is in, by Apache OpenNLP's model of 103 languages. Careful: a text of few letters tells nothing, and
 * one is taken for another language only where that is twice as likely as each of the wanted ones. Code is not looked at.
 */
public final class Languages {

    private static final String MODEL = "/langdetect-183.bin";
    private static final int FEWEST_LETTERS = 20;
    private static final int FEWEST_CHARACTERS = 8;

    /** Characters: more make it slower and not better. */
    private static final int MOST = 1000;

    private static final double SURE = 2;

    /** The model's codes, which are ISO 639-3; a test holds them to the model. */
    private static final Set<String> CODES =
            new TreeSet<>(Arrays.asList(("afr ara ast aze bak bel ben bos bre bul cat ceb"
                            + " ces che cmn cym dan deu ekk ell eng epo est eus fao fas fin fra fry gle glg gsw guj heb hin hrv hun hye"
                            + " ind isl ita jav jpn kan kat kaz kir kor lat lav lim lit ltz lvs mal mar min mkd mlt mon mri msa nan nds"
                            + " nep nld nno nob oci pan pes plt pnb pol por pus ron rus san sin slk slv som spa sqi srp sun swa swe tam"
                            + " tat tel tgk tgl tha tur ukr urd uzb vie vol war zul")
                    .split(" ")));

    /** Where the model knows a language by two names. */
    private static final Map<String, String> ALIKE = Map.of("fas", "pes", "lav", "lvs", "est", "ekk", "nob", "nno");

    private Languages() {}

    /** One model for all, read when the first text comes; its predictions change nothing in it. */
    private static final class Detector {
        static final LanguageDetectorModel MODEL_READ = read();

        private static LanguageDetectorModel read() {
            try (InputStream in = Languages.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the language model is not on the class path");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All codes that can be asked for, three letters each. */
    public static Set<String> codes() {
        return CODES;
    }

    /** The code of a language by its code of two or three letters; nothing for one that is not known. */
    public static Optional<String> code(String said) {
        String plain = said.strip().toLowerCase(Locale.ROOT);
        if (CODES.contains(plain)) {
            return Optional.of(plain);
        }
        try {
            String three = new Locale(plain).getISO3Language();
            String known = three.equals("zho") ? "cmn" : three.equals("nor") ? "nob" : three;
            return CODES.contains(known) ? Optional.of(known) : Optional.empty();
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** The text's language where it is surely none of these; nothing where it is one of them or cannot be told. */
    public static Optional<String> otherThan(List<String> wanted, String text) {
        String prose = Prose.of(text);
        if (tooShort(prose)) {
            return Optional.empty();
        }
        String part = prose.substring(0, Math.min(prose.length(), MOST));
        Language[] likely = new LanguageDetectorME(Detector.MODEL_READ).predictLanguages(part);
        double best = likely[0].getConfidence();
        double ours = Arrays.stream(likely)
                .filter(language -> wanted.stream()
                        .anyMatch(code -> language.getLang().equals(code)
                                || language.getLang().equals(ALIKE.get(code))))
                .mapToDouble(Language::getConfidence)
                .max()
                .orElse(0);
        return best >= SURE * ours ? Optional.of(likely[0].getLang()) : Optional.empty();
    }

    private static boolean tooShort(String prose) {
        long letters = prose.codePoints().filter(Character::isLetter).count();
        long signs = prose.codePoints()
                .filter(point -> Character.isIdeographic(point)
                        || Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(point) == Character.UnicodeScript.KATAKANA
                        || Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL)
                .count();
        return letters < FEWEST_LETTERS && signs < FEWEST_CHARACTERS;
    }
}
