package dev.caffeinecode.code.symbols;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModulePathsTest {
    @ParameterizedTest
    @CsvSource({
        "setup.py, setup",
        "src/flask/app.py, flask.app",
        "src/flask/json/__init__.py, flask.json",
        "flask/typing.pyi, flask.typing",
        "__init__.py, __init__"
    })
    void pythonModulesAreNamedByTheirPath(String path, String name) {
        assertThat(ModulePaths.python(path)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "src/lib.rs, ''",
        "src/main.rs, ''",
        "crates/core/src/flags/mod.rs, flags",
        "crates/core/src/flags/hiargs.rs, flags::hiargs",
        "tests/hay.rs, tests::hay"
    })
    void rustModulesAreNamedByTheirPathInTheCrate(String path, String name) {
        assertThat(ModulePaths.rust(path)).isEqualTo(name);
    }
}
