package org.ronda.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a form with a file ({@code multipart/form-data}): browsers send fields in the order of the page, so
 * what was typed before the file is there even when the rest was dropped.
 *
 * @param typed the fields that came whole, but no secrets and nonces
 * @param file the name of the first field with a file, or an empty text
 */
record FormHead(Map<String, List<String>> typed, String file) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]{1,100})\"");
    private static final String LINE = "\r\n";

    static FormHead of(String contentType, byte[] head) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.find()) {
            return new FormHead(typed, "");
        }
        String end = LINE + "--" + boundary.group(1);
        String text = LINE + new String(head, StandardCharsets.UTF_8);
        int from = text.indexOf(end);
        while (from >= 0) {
            int headers = text.indexOf(LINE, from + end.length());
            int body = headers < 0 ? -1 : text.indexOf(LINE + LINE, headers);
            if (body < 0) {
                break;
            }
            String said = text.substring(headers, body);
            Matcher named = NAME.matcher(said);
            int next = text.indexOf(end, body);
            if (!named.find()) {
                break;
            }
            String name = named.group(1);
            if (said.contains("filename=\"") && !said.contains("filename=\"\"")) {
                return new FormHead(typed, name);
            }
            if (next >= 0 && !KeptForms.NEVER_KEPT.contains(name)) {
                typed.computeIfAbsent(name, field -> new ArrayList<>())
                        .add(text.substring(body + 2 * LINE.length(), next));
            }
            from = next;
        }
        return new FormHead(typed, "");
    }
}
