package dev.caffeinecode.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;

/** Entry point of the API function: takes what API Gateway's Lambda proxy integration sends. */
public final class ApiHandler extends ApiGatewayProxyRequestEventFunction {
    public ApiHandler() {}

    /** @param context of the process, where several functions share one */
    public ApiHandler(ApplicationContext context) {
        super(context);
    }
}
