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

    Printing(Cards cards, Requests requests, SealedHistory history, Audit audit) {
        this.cards = cards;
        this.requests = requests;
        this.history = history;
        this.audit = audit;
    }

    /**
     * Records that somebody takes it out on paper.
     *
     * @param server how people call this server, such as {@code https://kedang.example.cn}
     * @throws Problem {@code not-found} for whom it does not concern
     */
    @Transactional
    public Print print(Actor by, UUID id, String server) {
        Request request = visible(by, id);
        audit.record(Moving.about(by, ApprovalAct.PRINTED, request));
        String address = server + "/approvals/" + id + "/proof";
        return new Print(address, QrDrawing.svg(address));
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
