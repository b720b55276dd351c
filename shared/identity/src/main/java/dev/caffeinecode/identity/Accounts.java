package dev.caffeinecode.identity;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The accounts behind the subjects of verified tokens. */
@Singleton
public class Accounts {
    /** Entries kept in memory; one function instance sees few different callers. */
    private static final int REMEMBERED = 1_000;

    private final AccountStore store;
    private final Clock clock;
    private final ConcurrentMap<Subject, AccountId> known = new ConcurrentHashMap<>();

    Accounts(AccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Subject(String issuer, String subject) {}

    /**
     * The account of a subject, made when it is seen for the first time. May be repeated, also at the same time.
     *
     * @param issuer of the verified token
     * @param subject unique at that issuer
     */
    public AccountId of(String issuer, String subject) {
        Subject key = new Subject(issuer, subject);
        AccountId found = known.get(key);
        if (found == null) {
            found = findOrCreate(key);
            if (known.size() < REMEMBERED) {
                known.put(key, found);
            }
        }
        return found;
    }

    private AccountId findOrCreate(Subject key) {
        return store.find(key.issuer(), key.subject())
                .or(() -> {
                    store.insertIfAbsent(UUID.randomUUID(), key.issuer(), key.subject(), clock.instant());
                    return store.find(key.issuer(), key.subject());
                })
                .map(row -> new AccountId(row.id()))
                .orElseThrow(() -> new ProblemException(ErrorCode.INTERNAL, "account vanished while it was made"));
    }
}
