package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TooLargePackException;
import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Turns what JGit throws into problems with fixed sentences; its own text may repeat what the server sent. */
final class GitProblems {
    private static final int MAX_CAUSES = 20;

    private GitProblems() {}

    /** @param otherwise the code when neither the guard nor the failure itself says more */
    static ProblemException translate(FetchGuard guard, Throwable failure, ErrorCode otherwise) {
        ErrorCode code = guard.refusal().or(() -> fromCauses(failure)).orElse(otherwise);
        return problem(code, failure);
    }

    private static Optional<ErrorCode> fromCauses(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            Optional<ErrorCode> code = fromType(cause);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    private static Optional<ErrorCode> fromType(Throwable cause) {
        return switch (cause) {
            case TooLargeObjectInPackException _ -> Optional.of(ErrorCode.OBJECT_TOO_LARGE);
            case TooLargePackException _ -> Optional.of(ErrorCode.REPOSITORY_TOO_LARGE);
            case OutOfMemoryError _ -> Optional.of(ErrorCode.OBJECT_TOO_LARGE);
            case NoRemoteRepositoryException _ -> Optional.of(ErrorCode.NOT_A_GIT_REPOSITORY);
            case RepositoryNotFoundException _ -> Optional.of(ErrorCode.NOT_A_GIT_REPOSITORY);
            case UnknownHostException _ -> Optional.of(ErrorCode.HOST_NOT_FOUND);
            case ConnectException _ -> Optional.of(ErrorCode.GIT_SERVER_UNAVAILABLE);
            case NoRouteToHostException _ -> Optional.of(ErrorCode.GIT_SERVER_UNAVAILABLE);
            case SocketTimeoutException _ -> Optional.of(ErrorCode.GIT_SERVER_UNAVAILABLE);
            case SocketException _ -> Optional.of(ErrorCode.GIT_SERVER_UNAVAILABLE);
            case SSLException _ -> Optional.of(ErrorCode.GIT_SERVER_UNAVAILABLE);
            case EOFException _ -> Optional.of(ErrorCode.CORRUPT_REPOSITORY);
            default -> Optional.empty();
        };
    }

    static ProblemException problem(ErrorCode code, @Nullable Throwable cause) {
        return new ProblemException(code, sentence(code), cause);
    }

    private static String sentence(ErrorCode code) {
        return switch (code) {
            case REDIRECT_NOT_ALLOWED -> "the git server redirects to another host; give the URL it redirects to";
            case AUTH_REQUIRED ->
                "the git server asks for a login: the repository does not exist, is misspelled, or is private;"
                        + " only public repositories are cloned";
            case NOT_FOUND -> "the git server has no repository at this URL; check the owner and the name";
            case NOT_A_GIT_REPOSITORY ->
                "no git repository answers here; give the URL that 'git clone' takes, or the folder that holds .git";
            case HOST_NOT_FOUND -> "the host name cannot be resolved; check its spelling";
            case REVISION_NOT_FOUND ->
                "there is no such branch, tag or commit; a commit id is given with all its 40 digits";
            case EMPTY_REPOSITORY -> "the repository has no commits yet; push one and try again";
            case NO_DEFAULT_BRANCH ->
                "HEAD of the repository names no branch that exists; name a branch, tag or commit";
            case OBJECT_TOO_LARGE ->
                "a file in the repository is larger than allowed; the administrator can raise the limit";
            case REPOSITORY_TOO_LARGE -> "the repository is larger than allowed; the administrator can raise the limit";
            case TOO_MANY_FILES -> "the repository has more files than allowed; the administrator can raise the limit";
            case PATH_TOO_DEEP -> "the repository has folders nested deeper than allowed";
            case CLONE_TIMEOUT -> "cloning took longer than allowed; try again when the server is less busy";
            case CORRUPT_REPOSITORY -> "run 'git fsck' on the repository, then try again";
            default -> "the git server does not answer as it should; try again later";
        };
    }
}
