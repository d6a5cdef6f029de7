package org.kedang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Turns a refusal into an answer, inside controllers and in the filters before them. */
@Component
public class ProblemWriter {
    private final ObjectMapper json;
    private final ObjectProvider<RefusalWitness> witnesses;

    ProblemWriter(ObjectMapper json, ObjectProvider<RefusalWitness> witnesses) {
        this.json = json;
        this.witnesses = witnesses;
    }

    /** Writes the problem as the whole answer; does nothing if an answer has already begun. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Problem told = witnessed(request, problem);
        byte[] body = json.writeValueAsBytes(ProblemBody.of(told, wantsEnglish(request)));
        response.reset();
        response.setStatus(told.type().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    ResponseEntity<ProblemBody> answer(HttpServletRequest request, Problem problem) {
        Problem told = witnessed(request, problem);
        return ResponseEntity.status(told.type().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .body(ProblemBody.of(told, wantsEnglish(request)));
    }

    /** What cannot be noted is not answered as if it were. */
    private Problem witnessed(HttpServletRequest request, Problem problem) {
        try {
            witnesses.forEach(witness -> witness.witness(request, problem));
            return problem;
        } catch (Problem instead) {
            return instead;
        }
    }

    private static boolean wantsEnglish(HttpServletRequest request) {
        @Nullable String languages = request.getHeader("Accept-Language");
        return languages != null && languages.toLowerCase(java.util.Locale.ROOT).startsWith("en");
    }
}
