package dev.caffeinecode.api;

import dev.caffeinecode.platform.database.DatabaseProblems;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ErrorCode.Kind;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.telemetry.LogKeys;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Optional;

/** The only place an error becomes bytes: ours and Micronaut's own both leave as {@code application/problem+json}. */
@Primary
@Singleton
final class ProblemHandler
        implements ExceptionHandler<RuntimeException, HttpResponse<Problem>>, ErrorResponseProcessor<Problem> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    /** Seconds after which a client may ask again when something passes by itself. */
    private static final String RETRY_AFTER = "5";

    private static final Map<Integer, ErrorCode> OF_STATUS = Map.of(
            400, ErrorCode.INVALID_REQUEST,
            401, ErrorCode.UNAUTHORIZED,
            403, ErrorCode.FORBIDDEN,
            404, ErrorCode.NO_SUCH_RESOURCE,
            405, ErrorCode.METHOD_NOT_ALLOWED,
            406, ErrorCode.NOT_ACCEPTABLE,
            413, ErrorCode.PAYLOAD_TOO_LARGE,
            415, ErrorCode.UNSUPPORTED_MEDIA_TYPE);

    private static final Map<ErrorCode, String> ADVICE = Map.of(
            ErrorCode.INVALID_REQUEST, "check names and types in the request against the README's examples",
            ErrorCode.UNAUTHORIZED,
                    "send the header 'Authorization: Bearer TOKEN'; 'scripts/caffeine token' prints one",
            ErrorCode.NO_SUCH_RESOURCE, "check the path",
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send the header 'Content-Type: application/json'");

    @Override
    @SuppressWarnings("rawtypes") // the interface takes a raw HttpRequest
    public HttpResponse<Problem> handle(HttpRequest request, RuntimeException exception) {
        ProblemException problem = problem(exception);
        ErrorCode code = problem.code();
        if (code.kind() != Kind.CALLER) {
            LOG.atError()
                    .setCause(problem)
                    .addKeyValue(LogKeys.CODE, code.label())
                    .log("request failed");
        }
        // Only a caller's own mistake is explained; our internals stay in the log.
        return response(code, code.kind() == Kind.CALLER ? problem.detail() : code.title());
    }

    private static ProblemException problem(RuntimeException exception) {
        if (exception instanceof ProblemException problem) {
            return problem;
        }
        Optional<ProblemException> passing = DatabaseProblems.passing(exception);
        return passing.isPresent()
                ? passing.get()
                : new ProblemException(ErrorCode.INTERNAL, "unexpected failure", exception);
    }

    private static MutableHttpResponse<Problem> response(ErrorCode code, String detail) {
        MutableHttpResponse<Problem> response = HttpResponse.<Problem>status(HttpStatus.valueOf(code.httpStatus()))
                .body(Problem.of(code, detail))
                .contentType(PROBLEM_JSON);
        return code.kind() == Kind.TRANSIENT || code.kind() == Kind.BUSY
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                : response;
    }

    /** Micronaut's own errors: their messages may hold what a parser or an exception says, so they are not repeated. */
    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        int status = response.status().getCode();
        ErrorCode code = OF_STATUS.getOrDefault(status, status < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL);
        Problem problem = Problem.of(code, ADVICE.getOrDefault(code, code.title()));
        return response.body(problem).contentType(PROBLEM_JSON);
    }
}
