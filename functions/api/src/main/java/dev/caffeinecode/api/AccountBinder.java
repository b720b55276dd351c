package dev.caffeinecode.api;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.identity.Accounts;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Gives a controller the account of the verified token, so that no method can forget whose rows it may see. */
@Singleton
final class AccountBinder implements TypedRequestArgumentBinder<AccountId> {
    private final Accounts accounts;

    AccountBinder(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Argument<AccountId> argumentType() {
        return Argument.of(AccountId.class);
    }

    @Override
    public BindingResult<AccountId> bind(ArgumentConversionContext<AccountId> context, HttpRequest<?> source) {
        Optional<AccountId> account =
                source.getUserPrincipal(Authentication.class).map(this::account);
        return () -> account;
    }

    private AccountId account(Authentication authentication) {
        String issuer = String.valueOf(authentication.getAttributes().get("iss"));
        return accounts.of(issuer, authentication.getName());
    }
}
