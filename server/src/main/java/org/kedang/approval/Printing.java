package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.audit.Audit;
import org.kedang.audit.SealedHistory;
import org.kedang.audit.SealedHistory.SealedAct;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.kernel.QrDrawing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Requests on paper, and what leads from the paper back to the record. */
@Service
public class Printing {
    /**
     * What a printed request carries.
     *
     * @param address where the record's proof stands
     * @param qr the address as a QR code, SVG
     */
    @Schema(name = "ApprovalPrint")
    public record Print(String address, String qr) {}

    /**
     * What the log says of a request and how that is sealed.
     *
     * @param acts the oldest first
     */
    @Schema(name = "ApprovalProof")
    public record Proof(
            UUID id, String number, String title, RequestState state, List<SealedAct> acts) {}

    private final Cards cards;
    private final Requests requests;
    private final SealedHistory history;
    private final Audit audit;
    private final Clock clock;

    Printing(Cards cards, Requests requests, SealedHistory history, Audit audit, Clock clock) {
        this.cards = cards;
        this.requests = requests;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records that somebody takes it out on paper.
     *
     * @param server how people call this server, such as {@code https://kedang.example.cn}
     * @throws Problem {@code not-found} for whom it does not concern
     */
    @Transactional
    public Print print(Actor by, UUID id, String server) {
        record(by, id);
        String address = address(server, id);
        return new Print(address, QrDrawing.svg(address));
    }

    /**
     * The same as a document; what it takes to write it is left to the caller, outside of the
     * transaction.
     *
     * @param server how people call this server
     * @throws Problem {@code not-found} for whom it does not concern
     */
    @Transactional
    public RequestPaper paper(Actor by, UUID id, String server) {
        record(by, id);
        return new RequestPaper(
                cards.read(by, id), address(server, id), by.name(), clock.instant());
    }

    private void record(Actor by, UUID id) {
        audit.record(Moving.about(by, ApprovalAct.PRINTED, visible(by, id)));
    }

    private static String address(String server, UUID id) {
        return server + "/approvals/" + id + "/proof";
    }

    /**
     * How the log holds the request.
     *
     * @throws Problem {@code not-found} for whom it does not concern
     */
    public Proof proof(Actor by, UUID id) {
        Request request = visible(by, id);
        return new Proof(
                id, request.number(), request.title(), request.state(), history.of("approval", id));
    }

    private Request visible(Actor by, UUID id) {
        Request request = requests.find(id).orElseThrow(Problem::notFound);
        cards.requireConcerned(by, request);
        return request;
    }
}
