package org.ronda.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronda.kernel.Cursor;

/** The pages that people read most, and some deep in them. */
final class MainPages {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private MainPages() {}

    /** Names and addresses; the same names for each world. */
    static Map<String, String> of(LargeWorld world) {
        Map<String, String> pages = new LinkedHashMap<>();
        String process = "/processes/" + world.slug();
        String list = process + "/proposals";
        long middle = world.base() + world.many() / 2;
        pages.put("home", "/");
        pages.put("process", process);
        pages.put("proposals, random", list);
        pages.put("proposals, newest", list + "?order=newest");
        pages.put(
                "proposals, newest, middle",
                list + "?order=newest&cursor=" + Cursor.of(0, START.plusSeconds(world.many() / 2), middle, 0));
        pages.put("proposals, most supported", list + "?order=supported");
        pages.put(
                "proposals, most supported, middle", list + "?order=supported&cursor=" + Cursor.of(0, 250, middle, 0));
        pages.put("proposals, most discussed", list + "?order=discussed");
        pages.put("proposals, most discussed, middle", list + "?order=discussed&cursor=" + Cursor.of(0, 18, middle, 0));
        pages.put("proposals, without a district", list + "?district=-&order=newest");
        pages.put("proposals, without a topic", list + "?topic=-&order=newest");
        pages.put("proposals, a word of twenty titles", list + "?q=" + world.rare());
        pages.put("proposal with its thread", "/proposals/" + world.proposal());
        String thread = "/comments?on=proposal:" + world.proposal() + "&order=";
        Cursor spoken = Cursor.of(START.plusSeconds(world.many() * 3 / 4), world.commentId(world.many() / 4));
        pages.put("thread, oldest", thread + "oldest");
        pages.put("thread, oldest, middle", thread + "oldest&cursor=" + spoken);
        pages.put("thread, newest", thread + "newest");
        pages.put("thread, newest, middle", thread + "newest&cursor=" + spoken);
        pages.put("thread, most agreed", thread + "agreed");
        pages.put(
                "thread, most agreed, middle",
                thread + "agreed&cursor=" + Cursor.of(3, world.commentId(world.many() / 4)));
        pages.put("comment's own address", "/comments/" + world.comment(world.many() / 4));
        pages.put("search, twenty matches", "/search?q=" + world.rare());
        pages.put("search, all match", "/search?q=" + world.common());
        return pages;
    }
}
