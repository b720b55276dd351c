package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.text.DecodedText;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the touchpoints of a file from its text. Most files have none: only one that holds a word that goes with one is
 * cut into tokens. What is not certain is left out.
 */
public final class TouchpointReader {
    /** Larger files are data. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final Pattern EXAMPLE = Pattern.compile(
            "(?:.*/)?(?:[\\w-]*\\.env[\\w-]*\\.(?:example|sample|template|dist|defaults?)|(?:example|sample)\\.env|env\\.(?:example|sample))");
    private static final Pattern SETTINGS = Pattern.compile("(?:.*/)?(?:application|bootstrap)[\\w.-]*\\.properties");
    private static final Pattern SERVED =
            Pattern.compile("(?:.*/)?(?:config/routes/.*\\.rb|config/routes\\.rb|app/(?:.*/)?route\\.[jt]sx?)");

    private static final String SQL = "SELECT |INSERT INTO|UPDATE |DELETE FROM|CREATE TABLE|ALTER TABLE|SELECT\n";
    private static final String JVM = """
            getenv @Value @GetMapping @PostMapping @PutMapping @PatchMapping @DeleteMapping @RequestMapping @Path(
            @Controller @Table( @MappedEntity @Entity( @SqsListener @KafkaListener @RabbitListener @JmsListener @Topic(
            @Queue( @JoinTable @CollectionTable NewTopic( TopicBuilder kafkaTemplate ProducerRecord<>( QueueBuilder
            Queue(\" jmsTemplate sys.env
            """;
    private static final String SCRIPT = """
            process.env import.meta.env Deno.env Bun.env express fastify "hono" 'hono' Router router polka( restify
            @Controller createTable pgTable mysqlTable sqliteTable assertQueue sendToQueue Queue(\" Queue(' Worker(
            kafkajs @Entity
            """;
    private static final Map<Language, Triggers> TRIGGERS = new EnumMap<>(Language.class);

    static {
        on(JVM, Language.JAVA, Language.KOTLIN, Language.SCALA);
        on(SCRIPT, Language.JAVASCRIPT, Language.TYPESCRIPT, Language.TSX);
        on("""
                environ getenv decouple flask Flask fastapi APIRouter .route( urlpatterns rest_framework starlette
                add_url_rule add_get( add_post( add_route __tablename__ db_table alembic queue_declare celery kafka
                """, Language.PYTHON);
        on("""
                Getenv LookupEnv BindEnv env:\" envconfig: HandleFunc( .Handle( gin-gonic labstack/echo go-chi/ gofiber/
                TableName QueueDeclare ProducerMessage
                """, Language.GO);
        on("env::var env!( env=\" actix rocket axum table_name", Language.RUST);
        on("getenv", Language.C, Language.CPP);
        on("""
                GetEnvironmentVariable [Http [Route [Table( MapGet MapPost MapPut MapPatch MapDelete
                """, Language.CSHARP);
        on("""
                ENV[ ENV. create_table table_name sinatra Sinatra queue_as sidekiq_options
                """, Language.RUBY);
        on("""
                getenv $_ENV $_SERVER env( Route $app-> $group-> $router-> Schema:: ORM\\Table ORM\\Entity
                """, Language.PHP);
        on("processInfo", Language.SWIFT);
        TRIGGERS.put(Language.BASH, new Triggers(List.of("${")));
        TRIGGERS.put(Language.SQL, new Triggers(List.of("TABLE", "table", "Table")));
        TRIGGERS.put(
                Language.HCL,
                new Triggers(List.of("aws_s", "aws_dynamodb", "google_pubsub", "azurerm_servicebus", "kafka_topic")));
        TRIGGERS.put(
                Language.YAML,
                new Triggers(
                        List.of("openapi", "swagger", "services:", "Resources:", "functions:", "apiVersion:", "${")));
    }

    private TouchpointReader() {}

    private static void on(String words, Language... languages) {
        List<String> all = new ArrayList<>(List.of(words.strip().split("\\s+")));
        if (all.contains("env=\"")) {
            all.add("env = \"");
        }
        all.addAll(List.of(SQL.split("\\|")));
        Triggers triggers = new Triggers(all);
        for (Language language : languages) {
            TRIGGERS.put(language, triggers);
        }
    }

    /**
     * Reads a file.
     *
     * @return in the order of their lines, each name once for each way in which it is met
     */
    public static List<Touchpoint> read(String path, Language language, DecodedText text) {
        if (text.utf8().length > MAX_BYTES) {
            return List.of();
        }
        Found found = new Found(path);
        Triggers triggers = TRIGGERS.get(language);
        boolean held = triggers != null && triggers.isIn(text.utf8());
        if (held || isNamed(path, language)) {
            read(path, language, text, found);
        }
        return found.all();
    }

    /** Whether a file is read for its name alone. */
    private static boolean isNamed(String path, Language language) {
        return switch (language) {
            case DOCKERFILE, JSON -> true;
            case INI ->
                SETTINGS.matcher(path).matches() || EXAMPLE.matcher(path).matches();
            case RUBY, JAVASCRIPT, TYPESCRIPT -> SERVED.matcher(path).matches();
            default -> path.endsWith(".prisma") || EXAMPLE.matcher(path).matches();
        };
    }

    private static void read(String path, Language language, DecodedText text, Found found) {
        if (EXAMPLE.matcher(path).matches()) {
            DeclaredNames.dotenv(text.text(), found);
            return;
        }
        switch (language) {
            case DOCKERFILE -> DeclaredNames.dockerfile(text.text(), found);
            case BASH -> DeclaredNames.shell(text.text(), found);
            case YAML -> YamlReads.read(text.text(), found);
            case INI -> DeclaredNames.properties(text.text(), found);
            case JSON -> {
                String head = text.head();
                if (head.contains("\"openapi\"") || head.contains("\"swagger\"")) {
                    cut(language, text).ifPresent(tokens -> DeclaredNames.openApi(tokens, found));
                }
            }
            case HCL -> cut(language, text).ifPresent(tokens -> DeclaredNames.terraform(tokens, found));
            case SQL -> cut(language, text).ifPresent(tokens -> SqlTables.file(tokens, found));
            default -> {
                if (path.endsWith(".prisma")) {
                    DeclaredNames.prisma(text.text(), found);
                }
                cut(language, text).ifPresent(tokens -> code(tokens, language, found));
            }
        }
    }

    private static Optional<Tokens> cut(Language language, DecodedText text) {
        return Lexis.of(language).map(lexis -> Lexer.cut(text.text(), lexis));
    }

    private static void code(Tokens tokens, Language language, Found found) {
        VariableReads.read(tokens, language, found);
        switch (language) {
            case JAVA, KOTLIN, SCALA, CSHARP, PHP, TYPESCRIPT -> {
                Declarations.read(tokens, new AnnotatedRoutes(found));
                Declarations.read(tokens, new AnnotatedNames(tokens, found));
            }
            default -> {}
        }
        switch (language) {
            case JAVASCRIPT, TYPESCRIPT, TSX -> ScriptRoutes.read(tokens, found);
            case PYTHON -> PythonRoutes.read(tokens, found);
            case GO -> GoRoutes.read(tokens, found);
            case RUBY -> RubyRoutes.read(tokens, found);
            case PHP -> PhpRoutes.read(tokens, found);
            case CSHARP -> MappedRoutes.dotnet(tokens, found);
            case RUST -> MappedRoutes.rust(tokens, found);
            default -> {}
        }
        NamedInCode.read(tokens, language, found);
        Lexis.of(Language.SQL).ifPresent(sql -> SqlTables.strings(tokens, found, sql));
    }
}
