package dev.caffeinecode.docs.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells languages by what is surest: their script, and where that is Latin, their commonest words. Says nothing of short
 * texts, of languages that it does not know, and where two are about equally likely.
 */
final class Language {
    /** Below it, names and loan words decide. */
    private static final int MIN_LETTERS = 200;

    private static final int MIN_WORDS = 40;

    /** Function words make up 30 to 50 percent of prose; technical prose has fewer. */
    private static final double MIN_SHARE = 0.08;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, Set<String>> FUNCTION_WORDS = Map.of(
            "English", words("the of and to is that it for with as are be this by not or which from when has an on in"),
            "German",
                    words("der die das und ist nicht ein eine mit von den dem zu auf für werden wird sich auch als es"),
            "French", words("le la les des et est une un dans pour que qui par sur avec pas ce du sont au aux se"),
            "Spanish", words("el los las una que es para con por del se un como son su al no está más lo y en"),
            "Italian", words("il che di un una per con non sono del della dei le gli è si nel alla come anche lo"),
            "Portuguese", words("o os as um uma que não para com por do da dos das é são ao se como mais em e"),
            "Dutch", words("de het een en van is niet dat op te voor met zijn wordt door als ook aan bij naar"),
            "Polish", words("i w na z do nie jest się że to są przez oraz dla jak który która które po od"),
            "Swedish", words("och att det som en är av för på med den till inte om ett har de kan från vid"),
            "Turkish", words("ve bir bu için ile da de olarak olan daha gibi her çok ne sonra kadar değil en"));

    private static final Map<Character.UnicodeScript, String> SCRIPTS = Map.of(
            Character.UnicodeScript.CYRILLIC, "Russian",
            Character.UnicodeScript.HAN, "Chinese",
            Character.UnicodeScript.HIRAGANA, "Japanese",
            Character.UnicodeScript.KATAKANA, "Japanese",
            Character.UnicodeScript.HANGUL, "Korean",
            Character.UnicodeScript.ARABIC, "Arabic",
            Character.UnicodeScript.HEBREW, "Hebrew",
            Character.UnicodeScript.GREEK, "Greek",
            Character.UnicodeScript.DEVANAGARI, "Hindi",
            Character.UnicodeScript.THAI, "Thai");

    private Language() {}

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }

    /** Returns the English name of the language that a text is surely in instead of the one that was asked for. */
    static Optional<String> insteadOf(String asked, CharSequence prose) {
        if (!FUNCTION_WORDS.containsKey(asked) && !SCRIPTS.containsValue(asked)) {
            return Optional.empty();
        }
        return of(prose).filter(found -> !found.equals(asked)).filter(found -> !sharesScript(found, asked));
    }

    /** Chinese characters stand in Japanese texts as well. */
    private static boolean sharesScript(String found, String asked) {
        return found.equals("Chinese") && asked.equals("Japanese");
    }

    private static Optional<String> of(CharSequence prose) {
        Map<String, Integer> letters = new HashMap<>();
        int[] all = {0};
        prose.codePoints().filter(Character::isLetter).forEach(letter -> {
            all[0]++;
            letters.merge(SCRIPTS.getOrDefault(Character.UnicodeScript.of(letter), "Latin"), 1, Integer::sum);
        });
        // A character of these scripts says as much as two or three letters.
        int dense = letters.getOrDefault("Chinese", 0) + letters.getOrDefault("Japanese", 0);
        if (all[0] + 2 * dense < MIN_LETTERS) {
            return Optional.empty();
        }
        if (letters.getOrDefault("Japanese", 0) * 10 > dense && dense * 2 > all[0]) {
            return Optional.of("Japanese");
        }
        String most = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("Latin");
        if (!most.equals("Latin")) {
            return letters.getOrDefault(most, 0) * 2 > all[0] ? Optional.of(most) : Optional.empty();
        }
        return byWords(BETWEEN.split(prose.toString().toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> byWords(String[] words) {
        if (words.length < MIN_WORDS) {
            return Optional.empty();
        }
        Map<String, Integer> hits = new HashMap<>();
        for (String word : words) {
            FUNCTION_WORDS.forEach((language, common) -> {
                if (common.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        List<Map.Entry<String, Integer>> ranked = hits.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (ranked.isEmpty() || ranked.getFirst().getValue() < MIN_SHARE * words.length) {
            return Optional.empty();
        }
        boolean clear = ranked.size() == 1
                || ranked.getFirst().getValue() * 2 >= ranked.get(1).getValue() * 3;
        return clear ? Optional.of(ranked.getFirst().getKey()) : Optional.empty();
    }
}
