package org.ronda.proposal;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.FileChanges;
import org.ronda.contribution.Marking;
import org.ronda.contribution.Supporters;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Limits;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.StoredFile;
import org.ronda.kernel.StoredFiles;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Topic;

/** Proposals for programs: the same rules, the same use-cases. */
@Path("/api/v1/proposals")
class ProposalApi {
    /**
     * A proposal as its reader reaches it; its words, authors and supports are null where only the mark is left.
     *
     * @param organisation the code of the one that it was said for, or null
     * @param role the role that its author had there then, or null
     */
    record ProposalJson(
            String code,
            String kind,
            String state,
            String process,
            String phase,
            String title,
            String problem,
            String solution,
            String language,
            String district,
            List<String> topics,
            String authors,
            List<Author> by,
            String organisation,
            String role,
            Instant publishedAt,
            Instant answerDueAt,
            int version,
            int meaning,
            Integer supports,
            OrganisationsJson organisations,
            int comments,
            List<FileJson> files,
            List<Marking.Mark> marks) {}

    /**
     * The organisations among those who support it; null while the tally is hidden.
     *
     * @param first the first of them; the others are in a list of their own
     */
    record OrganisationsJson(int count, List<OrganisationSupportersApi.SupporterJson> first) {}

    /** A file of a proposal; its hash is part of the words that the ledger proves. */
    record FileJson(
            String code,
            String name,
            String mediaType,
            int size,
            String sha256,
            Integer width,
            Integer height,
            String caption,
            String address) {}

    /** A file with what it shows in words; {@code change} as in {@link Words}. */
    record NewFile(
            @RestForm @NotNull FileUpload file,
            @RestForm @NotBlank @Size(max = 200) String caption,
            @RestForm String change) {}

    /** One row of a list. */
    record Row(
            String code,
            String title,
            String district,
            String authors,
            Instant publishedAt,
            Integer supports,
            int comments) {}

    /** A page of a list; {@code next} is null on the last. */
    record Page(List<Row> items, String next) {}

    /** A new proposal, or the words of the next version. */
    record Words(
            @Size(max = 80) String process,
            @Size(max = 16) String phase,
            @NotNull @Size(max = 140) String title,
            @NotNull @Size(max = 20_000) String problem,
            @Size(max = 20_000) String solution,
            List<String> topics,
            String district,
            String organisation,
            String language,
            String change) {
        ProposalInput input(Long version) {
            return ProposalInput.of(
                    title, problem, solution, topics, district, organisation, language, version, change);
        }
    }

    /** What was done, with its receipt. */
    record Done(String code, String receipt) {}

    /** What a request without a body does. */
    record Act(String what) {}

    @Inject
    Processes processes;

    @Inject
    Proposing proposing;

    @Inject
    ProposalReading reading;

    @Inject
    ProposalList list;

    @Inject
    Supporters supporters;

    @Inject
    Marking marking;

    @Inject
    Limits limits;

    @Inject
    Viewer viewer;

    @Inject
    Idempotent idempotent;

    @GET
    @Operation(summary = "The proposals of a phase")
    public Page list(@RestQuery String process, @BeanParam ProposalQuery query, @RestQuery Integer limit) {
        if (process == null || query.phase().isEmpty()) {
            throw new BadRequestException();
        }
        Stage stage = stage(processes.reach(process), query.phase());
        ProposalList.Slice slice = list.page(stage, query, 0, limit == null ? ProposalList.PAGE : limit);
        return new Page(
                slice.cards().stream().map(card -> row(card, stage)).toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    @GET
    @Path("{code}")
    @Operation(summary = "A proposal or topic entry")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProposalJson.class)))
    public Response show(@RestPath String code) {
        ProposalView view = reading.view(Code.normalise(code));
        return Response.ok(json(view))
                .tag(new EntityTag(String.valueOf(view.proposal().version())))
                .build();
    }

    /** Sends a proposal at once; the API has no drafts. */
    @POST
    @Operation(summary = "Send a proposal; the API has no drafts")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    public Response create(Words words) {
        Participant author = viewer.writing();
        if (words == null) {
            throw new BadRequestException();
        }
        Stage stage = processes
                .reached(words.process() == null ? "" : words.process())
                .map(processes::timeline)
                .orElseThrow(() -> Refused.invalid(
                        "process", language -> Proposing.words(language).unknownProcess()))
                .of(words.phase() == null ? "" : words.phase())
                .orElseThrow(() -> Refused.invalid(
                        "phase", language -> Proposing.words(language).unknownPhase()));
        return idempotent.write(words, author.id(), () -> {
            limits.countSaying();
            Proposal proposal = proposing.begin(
                    stage.phase(), words.input(null), FileChanges.NONE, author, Contribution.Channel.API);
            String receipt = proposing.send(proposal.code(), author);
            return Response.created(URI.create("/api/v1/proposals/" + proposal.code()))
                    .entity(new Done(proposal.code(), receipt))
                    .build();
        });
    }

    /** A new version; {@code If-Match} says which one was seen. */
    @PUT
    @Path("{code}")
    @Operation(summary = "A new version of a proposal")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    public Response revise(@RestPath String code, Words words, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant author = viewer.writing();
        Proposal proposal = reading.own(code, author);
        long version = Idempotent.seen(seen);
        return idempotent.write(
                words,
                author.id(),
                () -> Response.ok(new Done(
                                proposal.code(),
                                proposing.revise(code, words.input(version), FileChanges.NONE, author)))
                        .build());
    }

    @GET
    @Path("{code}/files")
    @Operation(summary = "The files of a proposal")
    public List<FileJson> files(@RestPath String code) {
        return reading.view(Code.normalise(code)).files().stream()
                .map(ProposalApi::json)
                .toList();
    }

    /** One more file: a new version like other words, or the same one while it may still be mended. */
    @POST
    @Path("{code}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Add a file to a proposal")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    public Response addFile(@RestPath String code, @BeanParam NewFile sent) {
        Participant author = viewer.writing();
        Proposal proposal = reading.own(code, author);
        Supplier<FileChanges> files = Forms.ready(() -> FileChanges.adding(
                sent.file() == null ? null : StoredFiles.checked("file", sent.file()),
                PlainText.line(sent.caption() == null ? "" : sent.caption())));
        return idempotent.write(
                sent,
                author.id(),
                () -> Response.status(Response.Status.CREATED)
                        .entity(new Done(
                                proposal.code(),
                                proposing.revise(code, present(code, author, sent.change()), files.get(), author)))
                        .build());
    }

    @DELETE
    @Path("{code}/files/{file}")
    @Operation(summary = "Remove a file from a proposal")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    public Response removeFile(@RestPath String code, @RestPath String file, @RestQuery String change) {
        Participant author = viewer.writing();
        Proposal proposal = reading.own(code, author);
        if (reading.view(proposal.code()).files().stream()
                .noneMatch(found -> found.code().equals(file))) {
            throw new NotFoundException();
        }
        return idempotent.write(
                new Act("remove " + file + " " + change),
                author.id(),
                () -> Response.ok(new Done(
                                proposal.code(),
                                proposing.revise(
                                        code, present(code, author, change), FileChanges.removing(file), author)))
                        .build());
    }

    /** The words as they are, when only the files change. */
    private ProposalInput present(String code, Participant author, String change) {
        ProposalInput now = reading.inputOf(reading.own(code, author));
        return ProposalInput.of(
                now.title(),
                now.problem(),
                now.solution(),
                now.topics(),
                now.district(),
                now.name(),
                now.language(),
                now.version(),
                change);
    }

    @POST
    @Path("{code}/withdrawal")
    @Operation(summary = "Withdraw a proposal; its mark stays")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    public Response withdraw(@RestPath String code) {
        Participant author = viewer.required();
        Proposal proposal = reading.own(code, author);
        return idempotent.write(
                new Act("withdraw " + proposal.code()),
                author.id(),
                () -> Response.ok(new Done(proposal.code(), proposing.withdraw(proposal.code(), author)))
                        .build());
    }

    private Stage stage(Process process, String phase) {
        return processes.timeline(process).of(phase).orElseThrow(NotFoundException::new);
    }

    private OrganisationsJson organisations(ProposalView view) {
        Supporters.Known known = supporters.known(view.proposal(), view.stage());
        return new OrganisationsJson(
                known.count(),
                known.first().items().stream()
                        .map(OrganisationSupportersApi::json)
                        .toList());
    }

    private static Row row(ProposalCard card, Stage stage) {
        return new Row(
                card.code(),
                card.isPublished() ? card.title() : null,
                card.district(),
                card.isPublished() ? card.authors() : null,
                card.publishedAt(),
                card.isPublished() && stage.isTallyPublic() ? card.supports() : null,
                card.comments());
    }

    private ProposalJson json(ProposalView view) {
        Proposal proposal = view.proposal();
        boolean isReadable = view.isReadable();
        return new ProposalJson(
                proposal.code(),
                proposal.kind().name(),
                proposal.state().name(),
                view.process().slug(),
                view.stage().phase().code(),
                isReadable ? proposal.title() : null,
                isReadable ? proposal.problem() : null,
                isReadable ? proposal.solution() : null,
                proposal.language(),
                view.district() == null ? null : view.district().code(),
                view.topics().stream().map(Topic::code).toList(),
                isReadable ? view.authors() : null,
                isReadable ? view.by() : null,
                isReadable ? view.organisation() : null,
                isReadable && !proposal.nameTitle().isEmpty() ? proposal.nameTitle() : null,
                proposal.publishedAt(),
                proposal.answerDueAt(),
                proposal.wordsVersion(),
                proposal.meaning(),
                isReadable && view.stage().isTallyPublic() ? view.counts().supports() : null,
                isReadable && view.stage().isTallyPublic() ? organisations(view) : null,
                view.counts().comments(),
                view.files().stream().map(ProposalApi::json).toList(),
                marks(view));
    }

    /** As on its page: what its author took back is marked as that only. */
    private List<Marking.Mark> marks(ProposalView view) {
        long id = view.proposal().id();
        return view.proposal().isWithdrawn()
                ? List.of()
                : marking.marks(view.process(), List.of(id)).getOrDefault(id, List.of());
    }

    private static FileJson json(Attachment attachment) {
        StoredFile file = attachment.file();
        return new FileJson(
                file.code(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.hash(),
                file.width(),
                file.height(),
                attachment.caption(),
                file.address());
    }
}
