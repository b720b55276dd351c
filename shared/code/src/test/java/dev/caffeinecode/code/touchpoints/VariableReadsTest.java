package dev.caffeinecode.code.touchpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VariableReadsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java   | String a = System.getenv(\"A_B\");",
                "A.java   | @Value(\"${A_B:none}\") String a;",
                "A.kt     | val a = System.getenv(\"A_B\") ?: \"x\"",
                "A.scala  | val a = sys.env.getOrElse(\"A_B\", \"x\")",
                "a.py     | import os; a = os.environ[\"A_B\"]",
                "a.py     | import os; a = os.getenv('A_B', 'x')",
                "a.py     | from os import environ, path; a = environ.get('A_B')",
                "a.py     | env = environ.Env(); a = env.bool(\"A_B\", default=False)",
                "a.js     | const a = process.env.A_B || 1",
                "a.mjs    | const a = process.env['A_B']",
                "a.ts     | const { A_B } = process.env;",
                "a.ts     | if (import.meta.env.A_B) {}",
                "a.ts     | Deno.env.get(\"A_B\")",
                "a.go     | a := os.Getenv(\"A_B\")",
                "a.go     | a, ok := os.LookupEnv(\"A_B\")",
                "a.go     | type C struct { A string `env:\"A_B,required\"` }",
                "a.rs     | let a = std::env::var(\"A_B\")?;",
                "a.rs     | const A: &str = env!(\"A_B\");",
                "a.rs     | #[arg(long, env = \"A_B\")] a: String",
                "a.c      | char *a = getenv(\"A_B\");",
                "a.cc     | auto a = std::getenv(\"A_B\");",
                "a.cs     | var a = Environment.GetEnvironmentVariable(\"A_B\");",
                "a.rb     | a = ENV['A_B']",
                "a.rb     | a = ENV.fetch(\"A_B\") { 'x' }",
                "a.php    | <?php $a = getenv('A_B');",
                "a.php    | <?php $a = $_ENV['A_B'] ?? 'x';",
                "a.php    | <?php return ['a' => env('A_B', 'x')];",
                "a.swift  | let a = ProcessInfo.processInfo.environment[\"A_B\"]",
                "a.sh     | run \"${A_B:-x}\"",
                "a.sh     | : \"${A_B:?is not set}\"",
                "src/main/resources/application.yml | url: ${A_B:none}",
                "application.properties | url=${A_B}",
                "schema.prisma | url = env(\"A_B\")"
            })
    void variableIsRead(String path, String code) {
        assertThat(Read.variables(path, code.replace("`", "`"))).containsExactly("1 read A_B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java   | // System.getenv(\"A_B\")",
                "A.java   | String s = \"System.getenv(A_B)\";",
                "A.java   | System.getenv(\"A_\" + name);",
                "A.java   | System.getenv(NAME);",
                "a.py     | import os; os.environ['A_B'] = 'x'",
                "a.py     | a = request.environ['A_B']",
                "a.py     | def app(environ, start): return environ['A_B']",
                "a.py     | import os; os.getenv(f'A_{name}')",
                "a.js     | process.env.A_B = '1'",
                "a.js     | process.env[`A_${name}`]",
                "a.rb     | ENV['A_B'] = 'x'",
                "a.php    | <p>getenv('A_B')</p>",
                "a.php    | <?php $a = $_SERVER['REQUEST_URI'];",
                "a.c      | /* getenv(\"A_B\") */ int a;",
                "a.c      | a.getenv(\"A_B\");",
                "a.sh     | A_B=1; run ${A_B:-x}",
                "a.sh     | run ${PATH:-x}",
                "other.yml | url: ${A_B}"
            })
    void whatIsNotReadForCertainIsLeftOut(String path, String code) {
        String text = code.startsWith("A_B=1") ? code.replace("; ", "\n") : code;

        assertThat(Read.variables(path, text)).isEmpty();
    }

    @Test
    void variableIsNamedOnceWhereItComesFirst() {
        String code =
                "import os\n\"\"\"os.environ['DOC']\"\"\"\na = os.environ['B']\nb = os.environ['A']\nc = os.environ['B']\n";

        assertThat(Read.variables("a.py", code)).containsExactly("3 read B", "4 read A");
    }

    @Test
    void variablesAreDeclared() {
        assertThat(Read.variables(
                        ".env.example", "# The database\nDB_URL=postgres://u:p@h/d\n# DEBUG=1\nexport PORT=80\n"))
                .containsExactly("2 declared DB_URL", "3 declared DEBUG", "4 declared PORT");
        assertThat(Read.variables("Dockerfile", "FROM x\nARG VERSION\nENV PORT=80\nENV PATH=/x:$PATH\nRUN ENV\n"))
                .containsExactly("2 declared VERSION", "3 declared PORT");
        assertThat(Read.variables("docker-compose.yml", """
                services:
                  web:
                    image: x
                    environment:
                      PORT: 80
                      SECRET: hunter2
                  db:
                    environment:
                    - POSTGRES_PASSWORD=hunter2
                    - "POSTGRES_USER"
                """))
                .containsExactly(
                        "5 declared PORT",
                        "6 declared SECRET",
                        "9 declared POSTGRES_PASSWORD",
                        "10 declared POSTGRES_USER");
        assertThat(Read.variables("deploy.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  containers:
                    - name: web
                      env:
                        - name: PORT
                          value: "80"
                """)).containsExactly("7 declared PORT");
    }

    @Test
    void valuesAndCredentialsAreNeverKept() {
        String key = "AKIA" + "Q".repeat(16);
        String text = "DB=postgres://u:hunter2@h/d\n" + key + "=hunter2\n";

        assertThat(Read.all(".env.example", text).toString())
                .contains("DB")
                .doesNotContain("hunter2")
                .doesNotContain(key);
    }

    @Test
    void secretFilesOfVariablesAreNoExamples() {
        assertThat(Read.variables(".env", "DB_URL=x\n")).isEmpty();
    }
}
