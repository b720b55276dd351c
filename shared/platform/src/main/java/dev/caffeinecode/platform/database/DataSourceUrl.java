package dev.caffeinecode.platform.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Points the connection pool at the database of {@link DatabaseSettings}. */
@Singleton
final class DataSourceUrl implements BeanCreatedEventListener<DatasourceConfiguration> {
    private final DatabaseSettings settings;

    DataSourceUrl(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatabaseUrl url = DatabaseUrl.parse(settings.url());
        DatasourceConfiguration pool = event.getBean();
        pool.setUrl(url.jdbcUrl());
        pool.setUsername(url.user());
        pool.setPassword(url.password());
        return pool;
    }
}
