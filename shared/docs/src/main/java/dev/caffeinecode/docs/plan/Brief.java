package dev.caffeinecode.docs.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

import java.util.List;

/**
 * What a page is to be written from; stored with the page, so that every attempt writes the same page.
 *
 * @param directory of the module, without a slash at its end; empty for the root and for pages about no module
 * @param files paths of the module's own files, in order; for pages about no module, those whose facts they show
 * @param tests paths of the files that test the module
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Serdeable
public record Brief(String directory, List<String> files, List<String> tests) {
    public Brief {
        files = List.copyOf(files);
        tests = List.copyOf(tests);
    }
}
