package org.ronda.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says who is asking, in the ways in which rooms ask. */
class WhoAmI {
    @Path("/who")
    static class Pages {
        @Inject
        Viewer viewer;

        @GET
        public String who() {
            return viewer.participant().map(Participant::name).orElse("nobody");
        }

        @GET
        @Path("roles")
        public String roles() {
            return Stream.of(PlatformRole.values())
                    .filter(viewer::has)
                    .map(Enum::name)
                    .collect(Collectors.joining(" "));
        }
    }

    @Path("/api/v1/who")
    static class Api {
        @Inject
        Viewer viewer;

        @GET
        public String who() {
            return viewer.participant().map(Participant::name).orElse("nobody");
        }

        @GET
        @Path("required")
        public String required() {
            return viewer.required().name();
        }

        @POST
        @Path("writing")
        public String writing() {
            return viewer.writing().name();
        }
    }
}
