package org.kedang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.FullDisk;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.ProblemType;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one place where failures become RFC 9457 problems. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;
    private final Map<String, ProblemType> constraints = new HashMap<>();

    ProblemAdvice(ProblemWriter writer, List<ConstraintProblems> declared) {
        this.writer = writer;
        declared.forEach(c -> constraints.putAll(c.byConstraint()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> refused(Problem problem, HttpServletRequest request) {
        return writer.answer(request, problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalidBody(
            MethodArgumentNotValidException e, HttpServletRequest request) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        for (FieldError error : e.getBindingResult().getFieldErrors()) {
            // binding failures (query objects) carry Spring's own words, constraints carry our
            // codes
            String code = error.isBindingFailure() ? bindingCode(error) : words(error);
            add(problem, FieldTexts.field(error.getField(), code));
        }
        return writer.answer(request, problem);
    }

    private static String words(FieldError error) {
        String message = error.getDefaultMessage();
        return message == null ? "invalid-value" : message;
    }

    private static String bindingCode(FieldError error) {
        String[] codes = error.getCodes();
        boolean date =
                codes != null
                        && List.of(codes).stream()
                                .anyMatch(c -> c.endsWith(LocalDate.class.getName()));
        return date ? "invalid-date" : "invalid-choice";
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalidParameter(
            HandlerMethodValidationException e, HttpServletRequest request) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        e.getParameterValidationResults()
                .forEach(
                        result ->
                                result.getResolvableErrors()
                                        .forEach(
                                                error ->
                                                        add(
                                                                problem,
                                                                FieldTexts.field(
                                                                        nameOf(
                                                                                result.getMethodParameter()
                                                                                        .getParameterName()),
                                                                        nameOf(
                                                                                error
                                                                                        .getDefaultMessage())))));
        return writer.answer(request, problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> violated(
            ConstraintViolationException e, HttpServletRequest request) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            add(
                    problem,
                    FieldTexts.field(
                            violation.getPropertyPath().toString(), violation.getMessage()));
        }
        return writer.answer(request, problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> wrongParameterType(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        boolean inPath =
                e.getParameter()
                        .hasParameterAnnotation(
                                org.springframework.web.bind.annotation.PathVariable.class);
        if (inPath) {
            return writer.answer(request, Problem.notFound());
        }
        String code = e.getRequiredType() == LocalDate.class ? "invalid-date" : "invalid-value";
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        return writer.answer(request, add(problem, FieldTexts.field(e.getName(), code)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return writer.answer(request, problem);
            }
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return wrongValue(json, request);
            }
        }
        return writer.answer(
                request, Problem.of(KernelProblem.MALFORMED_REQUEST, "JSON (application/json)"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> wrongValue(JacksonException e, HttpServletRequest request) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        return writer.answer(request, add(problem, FieldTexts.field(path(e), codeOf(e))));
    }

    private static String path(JacksonException cause) {
        return cause.getPath().stream()
                .map(
                        step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String codeOf(JacksonException cause) {
        if (cause instanceof InvalidFormatException format) {
            Class<?> target = format.getTargetType();
            if (target == LocalDate.class) {
                return "invalid-date";
            }
            if (target != null && target.isEnum()) {
                return "invalid-choice";
            }
        }
        return "invalid-value";
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> missing(
            ServletRequestBindingException e, HttpServletRequest request) {
        return writer.answer(
                request,
                Problem.of(KernelProblem.MALFORMED_REQUEST, nameOf(e.getBody().getDetail())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> noSuchAddress(
            NoResourceFoundException e, HttpServletRequest request) {
        return writer.answer(request, Problem.notFound());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> wrongMethod(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        return writer.answer(request, Problem.of(KernelProblem.METHOD_NOT_ALLOWED));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> wrongMediaType(
            HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return writer.answer(
                request,
                Problem.of(
                        KernelProblem.UNSUPPORTED_MEDIA_TYPE, String.valueOf(e.getContentType())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> notAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return writer.answer(request, Problem.of(KernelProblem.NOT_ACCEPTABLE));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> stale(
            OptimisticLockingFailureException e, HttpServletRequest request) {
        return writer.answer(request, Problem.of(KernelProblem.STALE_VERSION));
    }

    @ExceptionHandler
    @Nullable ResponseEntity<ProblemBody> constraint(
            DataIntegrityViolationException e, HttpServletRequest request) {
        ProblemType declared = constraints.get(constraintName(e));
        return declared == null ? failed(e, request) : writer.answer(request, Problem.of(declared));
    }

    private static String constraintName(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
                return nameOf(sql.getServerErrorMessage().getConstraint());
            }
        }
        return "";
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        SQLException.class
    })
    ResponseEntity<ProblemBody> unavailable(Exception e, HttpServletRequest request) {
        if (FullDisk.isBehind(e)) {
            return full(e, request);
        }
        log.error("Database not reachable", e);
        return writer.answer(request, Problem.of(KernelProblem.UNAVAILABLE));
    }

    @ExceptionHandler
    void goneAway(AsyncRequestNotUsableException e) {
        log.debug("The client went away", e);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<ProblemBody> failed(Exception e, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("The client went away", e);
            return null;
        }
        if (FullDisk.isBehind(e)) {
            return full(e, request);
        }
        String incident = Ids.next().toString();
        log.error("Incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), e);
        return writer.answer(
                request, Problem.of(KernelProblem.INTERNAL, incident).with("incident", incident));
    }

    private ResponseEntity<ProblemBody> full(Exception e, HttpServletRequest request) {
        log.error("The disk is full: {}", e.getMessage());
        return writer.answer(request, Problem.of(KernelProblem.STORAGE_FULL));
    }

    private static Problem add(Problem problem, Problem.Field field) {
        return problem.field(field.name(), field.slug(), field.zh(), field.en());
    }

    private static String nameOf(@Nullable String name) {
        return name == null ? "" : name;
    }
}
