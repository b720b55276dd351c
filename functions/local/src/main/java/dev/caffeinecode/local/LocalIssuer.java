package dev.caffeinecode.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.caffeinecode.api.ApiDefaults;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Issues tokens for the one user of a local installation. */
public final class LocalIssuer {
    /** Subject of the one user that a local installation has. */
    private static final String USER = "local-user";

    private static final Duration VALIDITY = Duration.ofDays(30);

    private final String secret;

    /** @param secret of the installation, at least 32 characters (RFC 7518, section 3.2) */
    public LocalIssuer(String secret) {
        this.secret = secret;
    }

    /** A token for the API of this installation, good for 30 days. */
    public String token() {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ApiDefaults.LOCAL_ISSUER)
                .audience(ApiDefaults.AUDIENCE)
                .subject(USER)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the secret of this installation cannot sign", e);
        }
    }
}
