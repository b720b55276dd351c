package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplate.Route;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/** API Gateway in front of the API function: exactly the routes of the template; all else is answered without it. */
final class Api extends Construct {
    /** As sam local names it, so that an address is the same but for its host. */
    private static final String STAGE = "Prod";

    /** Requests a second over all callers; bounds how many instances, and so database sessions, there can be. */
    private static final int RATE = 50;

    private static final int BURST = 100;

    private final RestApi api;

    Api(Construct scope, String id, Function function, List<Route> routes) {
        super(scope, id);
        api = RestApi.Builder.create(this, "Gateway")
                .restApiName("CaffeineCode")
                .endpointTypes(List.of(EndpointType.REGIONAL))
                .cloudWatchRole(true)
                .deployOptions(StageOptions.builder()
                        .stageName(STAGE)
                        .tracingEnabled(true)
                        .metricsEnabled(true)
                        .throttlingRateLimit(RATE)
                        .throttlingBurstLimit(BURST)
                        .accessLogDestination(new LogGroupLogDestination(Logs.group(this, "Accesses")))
                        .accessLogFormat(AccessLogFormat.jsonWithStandardFields())
                        .build())
                .build();
        LambdaIntegration integration = LambdaIntegration.Builder.create(function)
                .allowTestInvoke(false)
                .scopePermissionToMethod(false)
                .build();
        routes.forEach(route -> api.getRoot().resourceForPath(route.path()).addMethod(route.method(), integration));
        // What API Gateway says of a path it does not know is 403, "Missing Authentication Token".
        answer("UnknownPath", ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, "no_such_resource", "Nothing is here");
        answer("TooLarge", ResponseType.REQUEST_TOO_LARGE, 413, "payload_too_large", "The request body is too large");
    }

    private void answer(String id, ResponseType type, int status, String code, String title) {
        String problem = """
                {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(code, title, status, title, code);
        api.addGatewayResponse(
                id,
                GatewayResponseOptions.builder()
                        .type(type)
                        .statusCode(String.valueOf(status))
                        .responseHeaders(Map.of("Content-Type", "'application/problem+json'"))
                        .templates(Map.of("application/json", problem))
                        .build());
    }

    /** Of the stage, with a slash at its end. */
    String url() {
        return api.getUrl();
    }
}
