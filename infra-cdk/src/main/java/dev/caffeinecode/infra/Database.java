package dev.caffeinecode.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/** PostgreSQL 17 with pgvector on Aurora Serverless v2; its password lies in Secrets Manager. */
final class Database extends Construct {
    private static final String NAME = "caffeinecode";

    /** ACU; never 0, because the sweep asks every minute and a paused cluster would be woken each time. */
    private static final double MIN_CAPACITY = 0.5;

    private static final double MAX_CAPACITY = 8;
    private static final int BACKUP_DAYS = 7;

    private final DatabaseCluster cluster;
    private final DatabaseSecret secret;

    Database(Construct scope, String id, Network network) {
        super(scope, id);
        secret = DatabaseSecret.Builder.create(this, "Password")
                .username(NAME)
                // The password becomes part of a URL.
                .excludeCharacters("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ")
                .build();
        cluster = DatabaseCluster.Builder.create(this, "Cluster")
                .engine(DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                        .version(AuroraPostgresEngineVersion.VER_17_9)
                        .build()))
                .writer(ClusterInstance.serverlessV2("Writer"))
                .serverlessV2MinCapacity(MIN_CAPACITY)
                .serverlessV2MaxCapacity(MAX_CAPACITY)
                .vpc(network.vpc())
                .vpcSubnets(Network.ofDatabase())
                .credentials(Credentials.fromSecret(secret))
                .defaultDatabaseName(NAME)
                .storageEncrypted(true)
                .backup(BackupProps.builder()
                        .retention(Duration.days(BACKUP_DAYS))
                        .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.SNAPSHOT)
                .parameters(Map.of(
                        "rds.force_ssl",
                        "1",
                        // Parallel builds of HNSW indexes are unsafe before pgvector 0.8.2 (CVE-2026-3172).
                        "max_parallel_maintenance_workers",
                        "0"))
                .build();
    }

    void allow(ISecurityGroup clients) {
        cluster.getConnections().allowDefaultPortFrom(clients, "functions");
    }

    /** As the functions read it. CloudFormation puts the password in when it deploys; the template holds none. */
    String url() {
        return Fn.join(
                "",
                List.of(
                        "postgresql://" + NAME + ":",
                        secret.secretValueFromJson("password").unsafeUnwrap(),
                        "@",
                        cluster.getClusterEndpoint().getHostname(),
                        ":5432/" + NAME + "?sslmode=require"));
    }
}
