package org.ronda.web;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ronda.identity.HouseText;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;

/** What search engines may read: public processes and the newest public proposals. */
@Path("/")
class SitemapPages {
    /** Older ones are reached through the lists: the sitemap is for what is new, and costs the same whatever there is. */
    private static final int MOST_PROPOSALS = 2_000;

    private static final int MOST_PROCESSES = 500;
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    @Inject
    EntityManager entityManager;

    @Inject
    Page page;

    @GET
    @Path("sitemap.xml")
    @Produces("application/xml;charset=UTF-8")
    @Limited(times = 20, perSeconds = 60)
    public Response sitemap() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        add(xml, "/");
        add(xml, "/processes");
        add(xml, "/help");
        for (HouseText.Kind kind : HouseText.Kind.values()) {
            add(xml, kind.address());
        }
        slugs().forEach(slug -> add(xml, "/processes/" + slug));
        codes().forEach(code -> add(xml, "/proposals/" + code));
        return Response.ok(xml.append("</urlset>\n").toString())
                .header("Cache-Control", FOR_AN_HOUR)
                .build();
    }

    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public Response robots() {
        String text = "User-agent: *\nDisallow: /me\nDisallow: /sign-in\nDisallow: /receipts\nDisallow: /search\n"
                + "Sitemap: " + page.origin() + "/sitemap.xml\n";
        return Response.ok(text).header("Cache-Control", FOR_AN_HOUR).build();
    }

    private List<String> slugs() {
        return entityManager
                .createNativeQuery("select slug from process where published_at is not null order by id desc limit "
                        + MOST_PROCESSES)
                .getResultList();
    }

    private List<String> codes() {
        return entityManager
                .createNativeQuery("select c.code from contribution c join process p on p.id = c.process_id"
                        + " where p.published_at is not null and c.state = 'PUBLISHED'"
                        + " and c.kind in ('PROPOSAL', 'TOPIC_ENTRY') order by c.id desc limit "
                        + MOST_PROPOSALS)
                .getResultList();
    }

    private void add(StringBuilder xml, String path) {
        xml.append("<url><loc>").append(page.origin()).append(path).append("</loc></url>\n");
    }
}
