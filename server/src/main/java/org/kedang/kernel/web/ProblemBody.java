package org.kedang.kernel.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.kernel.Problem;

import java.util.List;
import java.util.Map;

/**
 * A refusal as RFC 9457 describes it.
 *
 * @param slug what clients branch on
 * @param zh what happened and what to do, in Chinese
 * @param en the same in English
 * @param fields which inputs are wrong, and how
 * @param extras members of this kind of problem only
 */
@Schema(name = "Problem")
record ProblemBody(
        String type,
        String slug,
        String title,
        int status,
        String detail,
        String zh,
        String en,
        List<Problem.Field> fields,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extras) {

    static ProblemBody of(Problem problem, boolean english) {
        String words = english ? problem.en() : problem.zh();
        return new ProblemBody(
                "urn:kedang:problem:" + problem.type().slug(),
                problem.type().slug(),
                words,
                problem.type().status(),
                words,
                problem.zh(),
                problem.en(),
                problem.fields(),
                problem.extras());
    }
}
