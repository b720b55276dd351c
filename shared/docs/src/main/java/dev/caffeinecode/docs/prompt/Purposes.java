package dev.caffeinecode.docs.prompt;

import dev.caffeinecode.docs.plan.PageKind;

/** What each kind of page is for, as the model is told; nothing of it is from the repository. */
final class Purposes {
    private Purposes() {}

    static String of(PageKind kind) {
        return switch (kind) {
            case OVERVIEW ->
                "It is the first page a reader sees. Say what the project is for and for whom, what its main parts are and"
                        + " how they work together when it runs, what it is built with, and where a newcomer starts"
                        + " reading. Leave details to the pages below.";
            case GETTING_STARTED ->
                "It gets a newcomer from a clone to a running, tested build: what must be installed, the commands to"
                        + " install, build, test and run in order, how to configure it, and how continuous integration"
                        + " runs it. Use only commands that the facts and excerpts show.";
            case MODULE ->
                "It documents the module in that folder. Say what the module is for, its main types and functions"
                        + " and what each does, how control and data flow through it, what it depends on, how errors are"
                        + " handled, and what a person who changes it must know.";
            case GROUP ->
                "It documents the part of the code base in that folder, which is divided into the modules named"
                        + " below. Say what this part is for, how the modules share the work and depend on each other,"
                        + " and which one to read for which question.";
        };
    }
}
