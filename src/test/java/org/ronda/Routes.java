package org.ronda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The table {@code routes.txt}: every route, an address for it, and what it answers to whom. */
public final class Routes {
    /** The columns. */
    public static final List<String> WHO =
            List.of("visitor", "author", "resident", "organisation", "moderator", "second", "elsewhere", "blocked");

    private static final Set<String> WITH_FILE = Set.of(
            "POST /api/v1/proposals/{code}/files",
            "POST /api/v1/processes/{slug}/commitments/preview",
            "POST /api/v1/setup/{slug}/with/codes",
            "POST /api/v1/setup/{slug}/with/reading/files",
            "POST /setup/{slug}/with/reading",
            "POST /setup/{slug}/with/codes");

    private Routes() {}

    /** The route, an address for it, and the statuses by column; "-" where asking would change something. */
    public record Row(String route, String address, List<String> statuses) {
        public boolean isSafe() {
            return route.startsWith("GET ");
        }

        public String method() {
            return route.substring(0, route.indexOf(' '));
        }

        public boolean isApi() {
            return address.startsWith("/api/");
        }

        /** Only a multipart body is taken there. */
        public boolean takesFiles() {
            return WITH_FILE.contains(route);
        }

        public String statusFor(String who) {
            return statuses.get(WHO.indexOf(who));
        }
    }

    public static List<Row> rows() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Routes.class.getResourceAsStream("/routes.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .map(parts ->
                            new Row(parts[0], parts[1], List.of(parts[2].strip().split("\\s+"))))
                    .toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
