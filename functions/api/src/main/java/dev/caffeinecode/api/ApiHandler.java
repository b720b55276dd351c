package dev.caffeinecode.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;

/** Entry point of the API function: takes what API Gateway's Lambda proxy integration sends. */
public final class ApiHandler extends ApiGatewayProxyRequestEventFunction {
    public ApiHandler() {}

    /** @param context of the process, where several functions share one */
    public ApiHandler(ApplicationContext context) {
        super(context);
    }

    /** A POST without a body asks for all defaults, as one of an empty object does. */
    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context lambda) {
        String body = event.getBody();
        if ("POST".equals(event.getHttpMethod()) && (body == null || body.isBlank())) {
            event.setBody("{}");
        }
        return super.handleRequest(event, lambda);
    }
}
