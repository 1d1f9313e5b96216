package org.ronda.proposal;

import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.FileChanges;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.StoredFiles;

/**
 * What somebody types for a proposal or a topic entry. A draft may be incomplete; what is missing is asked for when it
 * is checked and sent.
 *
 * @param topics codes of the process's topics
 * @param district a district's code, or empty for the whole city
 * @param name the code of the organisation in whose name it is said, or empty for oneself
 * @param version the version of the draft or proposal that was seen
 * @param change "correction" or "meaning", when a published proposal is revised
 * @param file one more file, or null
 * @param caption what it shows
 * @param files the codes of the files that are there, beside their {@code captions}
 * @param remove the codes of those to be taken away
 */
record ProposalInput(
        @RestForm @Size(max = 140) String title,
        @RestForm @Size(max = 20_000) String problem,
        @RestForm @Size(max = 20_000) String solution,
        @RestForm List<String> topics,
        @RestForm String district,
        @RestForm String name,
        @RestForm String language,
        @RestForm Long version,
        @RestForm String change,
        @RestForm FileUpload file,
        @RestForm @Size(max = 200) String caption,
        @RestForm List<String> files,
        @RestForm List<@Size(max = 200) String> captions,
        @RestForm List<String> remove) {

    ProposalInput {
        title = PlainText.line(orEmpty(title));
        problem = PlainText.clean(orEmpty(problem));
        solution = PlainText.clean(orEmpty(solution));
        topics = topics == null ? List.of() : topics;
        district = district == null ? "" : district.strip();
        name = name == null ? "" : name.strip();
        language = language == null || language.isBlank() ? "es" : language.strip();
        change = change == null ? "" : change;
        // an empty field for a file comes as a file without a name
        file = file == null || file.fileName() == null || file.fileName().isEmpty() ? null : file;
        caption = PlainText.line(orEmpty(caption));
        files = files == null ? List.of() : files;
        captions = captions == null
                ? List.of()
                : captions.stream().map(PlainText::line).toList();
        remove = remove == null ? List.of() : remove;
    }

    /** Nothing yet, in the language in which its author reads. */
    static ProposalInput blank(Language language) {
        return of(null, null, null, null, null, null, language.tag(), null, null);
    }

    /** Without anything about files. */
    static ProposalInput of(
            String title,
            String problem,
            String solution,
            List<String> topics,
            String district,
            String name,
            String language,
            Long version,
            String change) {
        return new ProposalInput(
                title, problem, solution, topics, district, name, language, version, change, null, null, null, null,
                null);
    }

    /** What is to be done to the files, with what was sent made safe; refused (422) beside its field if it cannot be. */
    FileChanges fileChanges() {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < Math.min(files.size(), captions.size()); i++) {
            typed.put(files.get(i), captions.get(i));
        }
        return new FileChanges(
                file == null ? null : StoredFiles.checked("file", file), caption, typed, Set.copyOf(remove));
    }

    /** The caption of a file that is there, as it was typed or as it is. */
    public String captionOf(Attachment attachment) {
        int typed = files.indexOf(attachment.code());
        return typed < 0 || typed >= captions.size() ? attachment.caption() : captions.get(typed);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", title);
        words.put("problem", problem);
        words.put("solution", solution);
        return words;
    }
}
