package dev.caffeinecode.api;

import dev.caffeinecode.platform.database.DatabaseHealth;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

/** {@code /api/health}: whether requests can be served; open to everybody. */
@Controller("/api/health")
@Secured(SecurityRule.IS_ANONYMOUS)
class HealthController {
    private final DatabaseHealth database;

    HealthController(DatabaseHealth database) {
        this.database = database;
    }

    @Get
    Health show() {
        database.require();
        return new Health("ok");
    }

    /** @param status {@code ok}; when it is not, the answer is a problem */
    @Serdeable
    record Health(String status) {}
}
