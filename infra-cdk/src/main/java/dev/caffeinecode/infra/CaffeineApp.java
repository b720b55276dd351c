package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplateReader;
import software.amazon.awscdk.App;

import java.nio.file.Path;

/** What {@code infra-cdk/synth} runs: writes the CloudFormation template and its assets to {@code CDK_OUTDIR}. */
final class CaffeineApp {
    private CaffeineApp() {}

    /** @param arguments the root of the project, below which the jars of the functions lie */
    public static void main(String[] arguments) {
        App app = new App();
        new CaffeineStack(app, "CaffeineCode", SamTemplateReader.bundled(), Path.of(arguments[0]));
        app.synth();
    }
}
