package dev.caffeinecode.infra;

import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import java.util.List;

/**
 * Where the functions and the database stand: functions reach the internet by HTTPS, nothing from outside reaches them,
 * and the database reaches nothing.
 */
final class Network extends Construct {
    private static final int ZONES = 2;
    private static final int HTTPS = 443;

    private final Vpc vpc;
    private final SecurityGroup functions;

    Network(Construct scope, String id) {
        super(scope, id);
        vpc = Vpc.Builder.create(this, "Vpc")
                .maxAzs(ZONES)
                // One is enough to begin with: git servers, Bedrock and SQS are reached through it, files are not.
                .natGateways(1)
                .subnetConfiguration(List.of(
                        subnet("Public", SubnetType.PUBLIC),
                        subnet("Functions", SubnetType.PRIVATE_WITH_EGRESS),
                        subnet("Database", SubnetType.PRIVATE_ISOLATED)))
                .build();
        vpc.addGatewayEndpoint(
                "Files",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        LogGroup flows = Logs.group(this, "Flows");
        vpc.addFlowLog(
                "Rejected",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(flows))
                        .trafficType(FlowLogTrafficType.REJECT)
                        .build());
        functions = SecurityGroup.Builder.create(this, "FunctionsGroup")
                .vpc(vpc)
                .description("Functions of CaffeineCode")
                .allowAllOutbound(false)
                .build();
        functions.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "git servers and the services of AWS");
    }

    private static SubnetConfiguration subnet(String name, SubnetType type) {
        return SubnetConfiguration.builder().name(name).subnetType(type).build();
    }

    Vpc vpc() {
        return vpc;
    }

    /** What every function is a member of. */
    SecurityGroup functions() {
        return functions;
    }

    static SubnetSelection ofFunctions() {
        return SubnetSelection.builder()
                .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                .build();
    }

    static SubnetSelection ofDatabase() {
        return SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
    }
}
