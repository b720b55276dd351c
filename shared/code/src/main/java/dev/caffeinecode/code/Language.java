package dev.caffeinecode.code;

import java.util.List;

/** A programming language or file format that is told apart from others. */
public enum Language implements Labelled {
    ASSEMBLY("assembly", "Assembly", Kind.PROGRAMMING, ".s .S .asm"),
    BASH(
            "shell",
            "Shell",
            Kind.PROGRAMMING,
            ".sh .bash .zsh .ksh .bats .bash_profile .bashrc .profile .zshrc #!sh #!bash #!zsh #!dash #!ksh"),
    BATCH("batch", "Batch", Kind.PROGRAMMING, ".bat .cmd"),
    C("c", "C", Kind.PROGRAMMING, ".c .h"),
    CLOJURE("clojure", "Clojure", Kind.PROGRAMMING, ".clj .cljs .cljc .edn"),
    CMAKE("cmake", "CMake", Kind.BUILD, ".cmake CMakeLists.txt"),
    CPP("cpp", "C++", Kind.PROGRAMMING, ".cpp .cc .cxx .c++ .hpp .hh .hxx .h++ .ipp .inl .tpp .cu .cuh .ino"),
    CSHARP("csharp", "C#", Kind.PROGRAMMING, ".cs .csx"),
    CSS("css", "CSS", Kind.MARKUP, ".css"),
    CSV("csv", "CSV", Kind.DATA, ".csv .tsv"),
    DART("dart", "Dart", Kind.PROGRAMMING, ".dart"),
    DOCKERFILE("dockerfile", "Dockerfile", Kind.BUILD, ".dockerfile Dockerfile Containerfile"),
    ELIXIR("elixir", "Elixir", Kind.PROGRAMMING, ".ex .exs #!elixir"),
    ELM("elm", "Elm", Kind.PROGRAMMING, ".elm"),
    ERLANG("erlang", "Erlang", Kind.PROGRAMMING, ".erl .hrl rebar.config #!escript"),
    FSHARP("fsharp", "F#", Kind.PROGRAMMING, ".fs .fsi .fsx"),
    FORTRAN("fortran", "Fortran", Kind.PROGRAMMING, ".f .f77 .f90 .f95 .f03 .for"),
    GO("go", "Go", Kind.PROGRAMMING, ".go"),
    GO_MODULE("go-module", "Go module", Kind.BUILD, "go.mod go.work go.sum go.work.sum"),
    GRADLE("gradle", "Gradle", Kind.BUILD, ".gradle"),
    GRAPHQL("graphql", "GraphQL", Kind.DATA, ".graphql .gql .graphqls"),
    GROOVY("groovy", "Groovy", Kind.PROGRAMMING, ".groovy .gvy Jenkinsfile #!groovy"),
    HASKELL("haskell", "Haskell", Kind.PROGRAMMING, ".hs .lhs .hsc #!runhaskell"),
    HCL("hcl", "HCL", Kind.CONFIGURATION, ".tf .tfvars .hcl .nomad"),
    HTML("html", "HTML", Kind.MARKUP, ".html .htm .xhtml"),
    INI(
            "ini",
            "INI",
            Kind.CONFIGURATION,
            ".ini .cfg .conf .properties .editorconfig .gitconfig .env .desktop .service .flake8 .pylintrc .npmrc"),
    IGNORE(
            "ignore",
            "Ignore list",
            Kind.CONFIGURATION,
            ".gitignore .dockerignore .gitattributes .npmignore .eslintignore .prettierignore .helmignore"),
    JAVA("java", "Java", Kind.PROGRAMMING, ".java .jav"),
    JAVASCRIPT("javascript", "JavaScript", Kind.PROGRAMMING, ".js .jsx .mjs .cjs .es6 Jakefile #!node #!nodejs"),
    JINJA(
            "template",
            "Template",
            Kind.MARKUP,
            ".j2 .jinja .jinja2 .tmpl .tpl .mustache .hbs .ejs .erb .liquid .twig .ftl"),
    JSON(
            "json",
            "JSON",
            Kind.DATA,
            ".json .jsonc .json5 .jsonl .ndjson .geojson .webmanifest .eslintrc .prettierrc "
                    + ".babelrc composer.lock flake.lock"),
    JULIA("julia", "Julia", Kind.PROGRAMMING, ".jl #!julia"),
    JUPYTER("jupyter", "Jupyter notebook", Kind.DATA, ".ipynb"),
    KOTLIN("kotlin", "Kotlin", Kind.PROGRAMMING, ".kt .kts"),
    LESS("less", "Less", Kind.MARKUP, ".less"),
    LISP("lisp", "Lisp", Kind.PROGRAMMING, ".lisp .lsp .cl .el .scm .ss .rkt"),
    LUA("lua", "Lua", Kind.PROGRAMMING, ".lua #!lua #!luajit"),
    MAKEFILE(
            "makefile",
            "Makefile",
            Kind.BUILD,
            ".mk .mak Makefile makefile GNUmakefile BSDmakefile Makefile.am Makefile.in justfile Justfile #!make"),
    MARKDOWN("markdown", "Markdown", Kind.PROSE, ".md .markdown .mdx .mkd"),
    MATLAB("matlab", "MATLAB", Kind.PROGRAMMING, ".matlab"),
    NIM("nim", "Nim", Kind.PROGRAMMING, ".nim .nims"),
    NIX("nix", "Nix", Kind.PROGRAMMING, ".nix"),
    OBJECTIVE_C("objective-c", "Objective-C", Kind.PROGRAMMING, ".m .mm"),
    OCAML("ocaml", "OCaml", Kind.PROGRAMMING, ".ml .mli .mll .mly #!ocaml"),
    PASCAL("pascal", "Pascal", Kind.PROGRAMMING, ".pas .dpr .pp .lpr"),
    PERL("perl", "Perl", Kind.PROGRAMMING, ".pl .pm .pod .t .psgi #!perl"),
    PHP("php", "PHP", Kind.PROGRAMMING, ".php .phtml .php5 .php7 #!php"),
    POWERSHELL("powershell", "PowerShell", Kind.PROGRAMMING, ".ps1 .psm1 .psd1 #!pwsh"),
    PROLOG("prolog", "Prolog", Kind.PROGRAMMING, ".pro .prolog"),
    PROTOBUF("protobuf", "Protocol Buffers", Kind.DATA, ".proto"),
    PYTHON(
            "python",
            "Python",
            Kind.PROGRAMMING,
            ".py .pyi .pyw .pyx .pxd .bzl SConstruct SConscript wscript BUILD BUILD.bazel "
                    + "WORKSPACE WORKSPACE.bazel #!python #!python2 #!python3"),
    R("r", "R", Kind.PROGRAMMING, ".r .R .Rmd #!Rscript"),
    RESTRUCTURED_TEXT(
            "restructuredtext", "reStructuredText", Kind.PROSE, ".rst .rest .adoc .asciidoc .textile .org .mediawiki"),
    RUBY(
            "ruby",
            "Ruby",
            Kind.PROGRAMMING,
            ".rb .rake .gemspec .ru Rakefile Gemfile Guardfile Capfile Vagrantfile Podfile "
                    + "Fastfile Brewfile #!ruby #!rake"),
    RUST("rust", "Rust", Kind.PROGRAMMING, ".rs #!rust-script"),
    SCALA("scala", "Scala", Kind.PROGRAMMING, ".scala .sc .sbt #!scala"),
    SCSS("scss", "SCSS", Kind.MARKUP, ".scss .sass"),
    SOLIDITY("solidity", "Solidity", Kind.PROGRAMMING, ".sol"),
    SQL("sql", "SQL", Kind.DATA, ".sql .ddl .psql .pgsql"),
    STARLARK("starlark", "Starlark", Kind.BUILD, ".star .bazel"),
    SVELTE("svelte", "Svelte", Kind.PROGRAMMING, ".svelte"),
    SVG("svg", "SVG", Kind.DATA, ".svg"),
    SWIFT("swift", "Swift", Kind.PROGRAMMING, ".swift #!swift"),
    TCL("tcl", "Tcl", Kind.PROGRAMMING, ".tcl .tk #!tclsh #!wish"),
    TEX("tex", "TeX", Kind.PROSE, ".tex .sty .cls .bib"),
    TEXT(
            "text",
            "Text",
            Kind.PROSE,
            ".txt .text .log README LICENSE LICENCE COPYING COPYRIGHT NOTICE AUTHORS CONTRIBUTORS "
                    + "CHANGELOG CHANGES NEWS INSTALL HISTORY TODO VERSION CODEOWNERS UNLICENSE PATENTS "
                    + "MAINTAINERS"),
    THRIFT("thrift", "Thrift", Kind.DATA, ".thrift .avdl .avsc .fbs .capnp"),
    TOML("toml", "TOML", Kind.CONFIGURATION, ".toml Cargo.lock poetry.lock uv.lock Pipfile pdm.lock"),
    TSX("tsx", "TypeScript JSX", Kind.PROGRAMMING, ".tsx"),
    TYPESCRIPT("typescript", "TypeScript", Kind.PROGRAMMING, ".ts .mts .cts #!deno #!ts-node #!bun"),
    VERILOG("verilog", "Verilog", Kind.PROGRAMMING, ".v .vh .sv .svh"),
    VHDL("vhdl", "VHDL", Kind.PROGRAMMING, ".vhd .vhdl"),
    VIM("vim", "Vim script", Kind.PROGRAMMING, ".vim .vimrc"),
    VISUAL_BASIC("visual-basic", "Visual Basic", Kind.PROGRAMMING, ".vb .vbs .bas"),
    VUE("vue", "Vue", Kind.PROGRAMMING, ".vue"),
    XML(
            "xml",
            "XML",
            Kind.CONFIGURATION,
            ".xml .xsd .xsl .xslt .wsdl .pom .csproj .fsproj .vbproj .props .targets .nuspec "
                    + ".plist .xaml .resx .storyboard .xib .iml"),
    YAML(
            "yaml",
            "YAML",
            Kind.CONFIGURATION,
            ".yml .yaml .clang-format .clang-tidy yarn.lock pnpm-lock.yaml Podfile.lock"),
    ZIG("zig", "Zig", Kind.PROGRAMMING, ".zig .zon"),
    UNKNOWN("unknown", "Unknown", Kind.OTHER, "");

    /** What a language is mostly used to write. */
    public enum Kind {
        PROGRAMMING,
        MARKUP,
        DATA,
        CONFIGURATION,
        BUILD,
        PROSE,
        OTHER
    }

    private final String label;
    private final String title;
    private final Kind kind;
    private final String patterns;

    Language(String label, String title, Kind kind, String patterns) {
        this.label = label;
        this.title = title;
        this.kind = kind;
        this.patterns = patterns;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns the name people use. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * Returns what files of this language look like: {@code .java} is the end of a name or a whole name,
     * {@code Makefile} a whole name, {@code #!python} an interpreter.
     */
    public List<String> patterns() {
        return patterns.isEmpty() ? List.of() : List.of(patterns.split(" "));
    }
}
