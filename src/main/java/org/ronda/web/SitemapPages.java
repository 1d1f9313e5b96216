package org.ronda.web;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.ronda.kernel.Page;

/** What search engines may read: public processes and the newest public proposals. */
@Path("/")
class SitemapPages {
    // the protocol's limit is 50,000 addresses a file (https://www.sitemaps.org/protocol.html)
    private static final int MOST = 40_000;

    @Inject
    EntityManager entityManager;

    @Inject
    Page page;

    @GET
    @Path("sitemap.xml")
    @Produces("application/xml;charset=UTF-8")
    public String sitemap() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        add(xml, "/");
        add(xml, "/processes");
        slugs().forEach(slug -> add(xml, "/processes/" + slug));
        codes().forEach(code -> add(xml, "/proposals/" + code));
        return xml.append("</urlset>\n").toString();
    }

    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public String robots() {
        return "User-agent: *\nDisallow: /me\nDisallow: /sign-in\nDisallow: /receipts\nDisallow: /search\n"
                + "Sitemap: " + page.origin() + "/sitemap.xml\n";
    }

    private List<String> slugs() {
        return entityManager
                .createNativeQuery("select slug from process where published_at is not null order by id", String.class)
                .getResultList();
    }

    private List<String> codes() {
        return entityManager
                .createNativeQuery(
                        "select c.code from contribution c join process p on p.id = c.process_id"
                                + " where p.published_at is not null and c.state = 'PUBLISHED'"
                                + " and c.kind in ('PROPOSAL', 'TOPIC_ENTRY') order by c.id desc limit " + MOST,
                        String.class)
                .getResultList();
    }

    private void add(StringBuilder xml, String path) {
        xml.append("<url><loc>").append(page.origin()).append(path).append("</loc></url>\n");
    }
}
