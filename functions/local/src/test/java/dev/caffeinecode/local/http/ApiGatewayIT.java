package dev.caffeinecode.local.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplate.Route;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ApiGatewayIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ApiGateway GATEWAY = gateway();

    private static ApiGateway gateway() {
        LocalFunction function = LocalFunction.create(
                new SamTemplate.Function(
                        "TestFunction",
                        Handler.class.getName(),
                        "",
                        128,
                        Duration.ofSeconds(20),
                        Map.of(),
                        List.of(
                                new Route("GET", "/things/{id}"),
                                new Route("POST", "/things"),
                                new Route("GET", "/things/failing")),
                        List.of(),
                        List.of()),
                ApplicationContext.builder().build());
        try {
            return ApiGateway.start(0, List.of(function));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with what it was sent. */
    public static final class Handler
            implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
        /** @param context unused; every handler is made with one */
        public Handler(ApplicationContext context) {
            assertThat(context).isNotNull();
        }

        @Override
        public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context lambda) {
            if (event.getPath().endsWith("/failing")) {
                throw new IllegalStateException("by the test");
            }
            return new APIGatewayProxyResponseEvent()
                    .withStatusCode(201)
                    .withHeaders(Map.of("X-Test", "yes"))
                    .withBody(String.join(
                            "|",
                            event.getHttpMethod(),
                            event.getResource(),
                            event.getPath(),
                            String.valueOf(event.getPathParameters()),
                            String.valueOf(event.getMultiValueQueryStringParameters()),
                            String.valueOf(event.getBody())));
        }
    }

    @BeforeAll
    static void isUp() {
        assertThat(GATEWAY.address().getHost()).isEqualTo("localhost");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        HTTP.close();
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(GATEWAY.address() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    @Test
    void functionGetsTheEventAndItsAnswerIsSent() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", "/things/caf%C3%A9?a=1&a=2&b=%26", "");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Test")).contains("yes");
        assertThat(answer.body()).isEqualTo("GET|/things/{id}|/things/café|{id=café}|{a=[1, 2], b=[&]}|null");
    }

    @Test
    void bodyIsHandedOn() throws IOException, InterruptedException {
        assertThat(send("POST", "/things", "{\"a\":1}").body()).endsWith("|{\"a\":1}");
    }

    @Test
    void whatHasNoRouteIsAProblem() throws IOException, InterruptedException {
        assertThat(send("GET", "/nothing", "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/things", "").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/nothing", "").body()).contains("\"code\":\"no_such_resource\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things%2ffailing", "/things/..%2fx", "/things/a%2Fb", "/things/%2e%2e%2fthings%2f1"})
    void encodedSlashNamesNothing(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"no_such_resource\"");
    }

    @Test
    void encodedDotsAreTakenLiterally() throws IOException, InterruptedException {
        assertThat(send("GET", "/things/%2e%2e", "").body()).startsWith("GET|/things/{id}|/things/..|{id=..}|");
    }

    @Test
    void failingFunctionIsAProblemWithoutDetails() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", "/things/failing", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("by the test");
    }

    @Test
    void largeBodyIsRefused() throws IOException, InterruptedException {
        assertThat(send("POST", "/things", "x".repeat((1 << 20) + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void requestForAnotherHostIsRefused() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), GATEWAY.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /things/1 HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }
}
