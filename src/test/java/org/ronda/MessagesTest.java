package org.ronda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Every word is there in three languages, every word is used, and no template has words of its own. */
class MessagesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final List<String> LANGUAGES = List.of("es", "en", "fr");
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}]*)\\}");

    /** What is called the same in every language. */
    private static final Pattern NAMES = Pattern.compile("\\b(Ronda|API|leaf|hash)\\b");

    /** {@code bundle:word} in a template, {@code Words::word} and {@code words.word(} in Java. */
    private static final Pattern USE = Pattern.compile("\\b(\\w+:\\w+)\\b|::(\\w+)\\b|\\.(\\w+)(?=\\()");

    private static List<Class<?>> bundles() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.ronda").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static Properties texts(Class<?> bundle, String language) throws IOException {
        Properties texts = new Properties();
        Path file = MAIN.resolve("resources/messages/"
                + bundle.getAnnotation(MessageBundle.class).value() + "_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void everyWordIsThereInEveryLanguage() throws IOException {
        for (Class<?> bundle : bundles()) {
            Set<String> keys = Arrays.stream(bundle.getMethods())
                    .map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String language : LANGUAGES) {
                Properties texts = texts(bundle, language);
                assertEquals(keys, new TreeSet<>(texts.stringPropertyNames()), bundle + " " + language);
                texts.forEach(
                        (key, text) -> assertTrue(!text.toString().isBlank(), bundle + " " + language + " " + key));
            }
        }
    }

    @Test
    void noWordIsGivenTwice() throws IOException {
        Set<String> twice = new TreeSet<>();
        try (Stream<Path> files = Files.list(MAIN.resolve("resources/messages"))) {
            files.forEach(file -> {
                Set<String> keys = new TreeSet<>();
                read(file).lines().filter(line -> line.matches("\\w+\\s*=.*")).forEach(line -> {
                    if (!keys.add(line.split("[\\s=]", 2)[0])) {
                        twice.add(file.getFileName() + ": " + line);
                    }
                });
            });
        }
        assertEquals(Set.of(), twice);
    }

    @Test
    void everyLanguageSaysWhatTheMessageIsGiven() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (Class<?> bundle : bundles()) {
            for (String language : LANGUAGES) {
                Properties texts = texts(bundle, language);
                for (Method method : bundle.getMethods()) {
                    String said = EXPRESSION
                            .matcher(texts.getProperty(method.getName(), ""))
                            .results()
                            .map(expression -> expression.group(1))
                            .collect(Collectors.joining(" "));
                    Arrays.stream(method.getParameters())
                            .map(Parameter::getName)
                            .filter(given -> !said.matches(".*\\b" + given + "\\b.*"))
                            .forEach(given -> silent.add(
                                    bundle.getSimpleName() + "." + method.getName() + " " + language + " " + given));
                }
            }
        }
        assertEquals(Set.of(), silent);
    }

    @Test
    void everyWordIsUsed() throws IOException {
        String everything;
        try (Stream<Path> files = Files.walk(MAIN)) {
            everything = files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".html"))
                    .filter(file -> !file.toString().endsWith("Messages.java"))
                    .map(MessagesTest::read)
                    .collect(Collectors.joining());
        }
        Set<String> used = USE.matcher(everything)
                .results()
                .map(use -> use.group(1) == null ? use.group(2) == null ? use.group(3) : use.group(2) : use.group(1))
                .collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>();
        for (Class<?> bundle : bundles()) {
            String name = bundle.getAnnotation(MessageBundle.class).value();
            for (Method method : bundle.getMethods()) {
                String word = method.getName();
                if (!used.contains(name + ":" + word) && !used.contains(word)) {
                    unused.add(name + ":" + word);
                }
            }
        }
        assertEquals(Set.of(), unused);
    }

    @Test
    void noTemplateHasWordsOfItsOwn() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN.resolve("resources/templates"))) {
            files.filter(file -> file.toString().endsWith(".html")).forEach(file -> words(file, found));
        }
        assertEquals(Set.of(), found);
    }

    private static void words(Path file, Set<String> found) {
        String template = read(file);
        String plain = template;
        for (String before = ""; !before.equals(plain); ) {
            before = plain;
            plain = plain.replaceAll("\\{[^{}]*\\}", " ");
        }
        Document page = Jsoup.parse(plain);
        page.select("title").forEach(title -> note(file, title.text(), found));
        note(file, page.body().text(), found);
        for (String attribute : List.of("aria-label", "title", "placeholder", "alt")) {
            page.select("[" + attribute + "]").forEach(element -> note(file, element.attr(attribute), found));
        }
    }

    private static void note(Path file, String text, Set<String> found) {
        if (NAMES.matcher(text).replaceAll("").matches("(?s).*\\p{L}.*")) {
            found.add(file.getFileName() + ": " + text.strip());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
