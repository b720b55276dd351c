package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class HostileTreeIT extends ServedRepository {
    private RawObjects objects;

    @BeforeEach
    void open() {
        objects = new RawObjects(shop.directory());
    }

    @AfterEach
    void close() {
        objects.close();
    }

    private List<String> entries() throws IOException {
        try (FetchedCommit fetched = fetches.fetch(url)) {
            return Fetches.entries(fetched);
        }
    }

    private FetchedCommit.Walk walk() throws IOException {
        try (FetchedCommit fetched = fetches.fetch(url)) {
            return Fetches.walk(fetched, Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", ".git", ".GIT", "GIT~1"})
    void nameThatNoFileMayHaveIsLeftOutAndCounted(String name) throws IOException {
        TreeFormatter root = new TreeFormatter();
        RawObjects.append(root, name, FileMode.TREE, objects.tree("x", FileMode.REGULAR_FILE, objects.blob("hidden")));
        RawObjects.append(root, "kept", FileMode.REGULAR_FILE, objects.blob("kept"));
        objects.commit(objects.tree(root));

        assertThat(entries()).containsExactly("text kept = kept");
        assertThat(walk().rejectedPaths()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a//b", "a/../b"})
    void slashInANameIsLeftOut(String name) throws IOException {
        objects.commit(objects.tree(name, FileMode.REGULAR_FILE, objects.blob("x")));

        assertThat(entries()).isEmpty();
        assertThat(walk().rejectedPaths()).isEqualTo(1);
    }

    @Test
    void emptyNameIsLeftOut() throws IOException {
        objects.commit(objects.rawTree("100644", new byte[0], objects.blob("x")));
        url = shop.directory().toString(); // native git does not serve it

        assertThat(entries()).isEmpty();
        assertThat(walk().rejectedPaths()).isEqualTo(1);
    }

    @Test
    void namesKeepTheirBytes() throws IOException {
        ObjectId blob = objects.blob("");
        TreeFormatter root = new TreeFormatter();
        RawObjects.append(root, "<img src=x onerror=alert(1)>.java", FileMode.REGULAR_FILE, blob);
        RawObjects.append(root, "Foo", FileMode.REGULAR_FILE, blob);
        RawObjects.append(root, "con.java", FileMode.REGULAR_FILE, blob);
        RawObjects.append(root, "e\u0301.java", FileMode.REGULAR_FILE, blob);
        RawObjects.append(root, "foo", FileMode.REGULAR_FILE, blob);
        RawObjects.append(root, "line\nfeed\ttab", FileMode.REGULAR_FILE, blob);
        root.append(new byte[] {'x', (byte) 0xff}, 0, 2, FileMode.REGULAR_FILE, blob, true);
        RawObjects.append(root, "\u00e9.java", FileMode.REGULAR_FILE, blob);
        objects.commit(objects.tree(root));

        assertThat(entries())
                .containsExactly(
                        "text <img src=x onerror=alert(1)>.java = ",
                        "text Foo = ",
                        "text con.java = ",
                        "text e\u0301.java = ",
                        "text foo = ",
                        "text \"line\\nfeed\\ttab\" = ",
                        "text \"x\\377\" = ",
                        "text \u00e9.java = ");
    }

    @Test
    void linksAreKeptAsTheirTextAndNeverFollowed() throws IOException {
        Files.writeString(directory.resolve("secret"), "secret");
        Files.createSymbolicLink(shop.directory().resolve("absolute"), directory.resolve("secret"));
        Files.createSymbolicLink(shop.directory().resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(shop.directory().resolve("up"), Path.of("../../../secret"));
        shop.commit("Link");

        assertThat(entries())
                .containsExactly(
                        "symlink absolute = " + directory.resolve("secret"),
                        "symlink loop = loop",
                        "symlink up = ../../../secret");
    }

    @Test
    void submoduleIsListedAndNothingOfItFetched() throws IOException {
        String commit = "c".repeat(40);
        shop.file(".gitmodules", "[submodule \"x\"]\n\tpath = -x\n\turl = ext::sh -c touch% pwned\n");
        shop.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",lib");
        shop.git("add", ".gitmodules");
        shop.git("commit", "--quiet", "--message=Add a submodule");
        List<TreeEntry> found = new ArrayList<>();

        try (FetchedCommit fetched = fetches.fetch(url)) {
            fetched.walk(Deadline.in(Duration.ofMinutes(1), () -> true), found::add);
        }

        assertThat(found).extracting(TreeEntry::kind).containsExactly(EntryKind.TEXT, EntryKind.SUBMODULE);
        assertThat(found.getLast().blob()).isEqualTo(commit);
        assertThat(found.getLast().content()).isNull();
        assertThat(server.requests()).allMatch(request -> request.path().startsWith("/shop/"));
    }

    @Test
    void pointerOfLargeFileStorageStaysAPointer() throws IOException {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "d".repeat(64) + "\nsize 12345\n";
        shop.file(".gitattributes", "*.psd filter=lfs diff=lfs merge=lfs -text\n")
                .file("logo.psd", pointer)
                .commit("Add a logo");

        assertThat(entries()).contains("text logo.psd = " + pointer);
        assertThat(server.requests()).allMatch(request -> request.path().startsWith("/shop/"));
    }

    @Test
    void attributesChangeNothing() throws IOException {
        shop.git("config", "filter.evil.smudge", "touch pwned");
        shop.file(".gitattributes", "*.txt filter=evil export-ignore eol=crlf working-tree-encoding=UTF-16\n")
                .file("a.txt", "one\ntwo\n");
        objects.commit(objects.tree(treeOfWorkTree()));

        assertThat(entries()).contains("text a.txt = one\ntwo\n");
    }

    private TreeFormatter treeOfWorkTree() throws IOException {
        TreeFormatter tree = new TreeFormatter();
        for (String name : List.of(".gitattributes", "a.txt")) {
            RawObjects.append(
                    tree,
                    name,
                    FileMode.REGULAR_FILE,
                    objects.blob(Files.readAllBytes(shop.directory().resolve(name))));
        }
        return tree;
    }

    @Test
    void configurationAndHooksInTheTreeAreFilesLikeOthers() throws IOException {
        shop.file("hooks/post-checkout", "#!/bin/sh\ntouch pwned\n")
                .file("config", "[core]\n\tfsmonitor = touch pwned\n")
                .file(".gitconfig", "[core]\n\tpager = touch pwned\n")
                .commit("Try to be run");

        assertThat(entries()).hasSize(3).allMatch(entry -> entry.startsWith("text "));
        assertThat(directory.resolve("fetches/fetch-1/hooks/post-checkout")).doesNotExist();
    }

    @Test
    void contentIsKeptOfTextWithinTheLimitOnly() throws IOException {
        int limit = Fetches.MAX_TEXT_BYTES;
        shop.file("binary", new byte[] {'a', 0, 'b'})
                .file("empty", "")
                .file("large", "x".repeat(limit + 1))
                .file("latin1", new byte[] {'a', (byte) 0xe9})
                .file("limit", "x".repeat(limit))
                .file("utf16", "\ufeffhi".getBytes(StandardCharsets.UTF_16LE))
                .commit("Add contents");

        try (FetchedCommit fetched = fetches.fetch(url)) {
            List<String> seen = new ArrayList<>();
            fetched.walk(
                    Deadline.in(Duration.ofMinutes(1), () -> true),
                    entry -> seen.add(entry.kind().label() + " " + entry.path() + " " + entry.size() + " "
                            + (entry.content() == null ? "not kept" : entry.content().length)));

            assertThat(seen)
                    .containsExactly(
                            "binary binary 3 not kept",
                            "text empty 0 0",
                            "oversize large " + (limit + 1) + " not kept",
                            "text latin1 2 2",
                            "text limit " + limit + " " + limit,
                            "text utf16 6 6");
        }
    }

    @Nested
    class WhenAnObjectIsDamaged {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "100644 f",
                    "100644 f\0",
                    "100644 f\0too short for an id",
                    "100644",
                    "1",
                    "40000 d\0too short for an id"
                })
        void treeThatIsNoneIsDamage(String bytes) throws IOException {
            ObjectId tree = raw(Constants.OBJ_TREE, bytes);

            assertThat(codeOfWalk(tree)).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
            assertThat(codeOfWalk(objects.tree("folder", FileMode.TREE, tree))).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"tree zz", "", "tree", "nonsense", "tree \0"})
        void commitThatIsNoneIsDamage(String bytes) throws IOException {
            objects.point(raw(Constants.OBJ_COMMIT, bytes));
            String path = shop.directory().toString(); // native git does not serve it

            assertThat(codeOf(raw(Constants.OBJ_COMMIT, bytes))).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
            assertThat(fetches.refusalCode(path)).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }

        @Test
        void whatIsNotThereIsDamage() throws IOException {
            ObjectId absent = ObjectId.fromString("d".repeat(40));

            assertThat(codeOf(absent)).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
            assertThat(codeOfWalk(absent)).isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
            assertThat(codeOfWalk(objects.tree("folder", FileMode.TREE, absent)))
                    .isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
            assertThat(codeOfWalk(objects.tree("file", FileMode.REGULAR_FILE, absent)))
                    .isEqualTo(ErrorCode.CORRUPT_REPOSITORY);
        }

        @Test
        void whatTheVisitorThrowsIsNotTheRepositorysFault() throws IOException {
            ObjectId tree = objects.tree("file", FileMode.REGULAR_FILE, objects.blob("x"));

            try (FetchedCommit fetched = objects.fetched(ObjectId.fromString(objects.commit(tree)))) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> fetched.walk(Deadline.in(Duration.ofMinutes(1), () -> true), _ -> {
                            throw new IllegalStateException("by the test");
                        }));
            }
        }

        private ObjectId raw(int type, String bytes) throws IOException {
            return objects.raw(type, bytes.getBytes(StandardCharsets.US_ASCII));
        }

        private ErrorCode codeOfWalk(ObjectId tree) throws IOException {
            return codeOf(ObjectId.fromString(objects.commit(tree)));
        }

        private ErrorCode codeOf(ObjectId commit) throws IOException {
            FetchedCommit fetched = objects.fetched(commit);
            return Fetches.refusal(() -> fetched).code();
        }
    }
}
