# Makes the repositories of the benchmarks with git itself. Sourced, not run.

# DIRECTORY FILES: one commit of text files, a folder for each fifty, sizes from 200 bytes to 6 kB.
make_files() {
  git init --quiet --bare --initial-branch=main "$1"
  awk -v files="$2" 'BEGIN {
    srand(25)
    split("return value class public static final import package void string list map index count size error " \
      "result request response handler service config create update delete find item node tree path name", words, " ")
    for (n in words) total++
    print "commit refs/heads/main\ncommitter Ada Example <ada@example.com> 1767355200 +0000\ndata 4\nmain"
    for (i = 0; i < files; i++) {
      text = "package area" int(i / 50) ";\n\nclass File" i " {\n"
      lines = 4 + int(rand() * rand() * 250)
      for (l = 0; l < lines; l++) {
        text = text "    " words[1 + int(rand() * total)] " " words[1 + int(rand() * total)] int(rand() * 1000) \
          "(" words[1 + int(rand() * total)] ");\n"
      }
      text = text "}\n"
      print "M 100644 inline area" int(i / 50) "/File" i ".java\ndata " length(text) "\n" text
    }
  }' | git -C "$1" fast-import --quiet
  git -C "$1" repack -adq
}

hostile=()

# REPOSITORY TREE: makes it with one commit of the tree of that id, which is in there already.
commit_tree() {
  local id
  id=$(git -C "$1" -c user.name=Ada -c user.email=ada@example.com commit-tree "$2" -m hostile)
  git -C "$1" update-ref refs/heads/main "$id"
  git -C "$1" repack -adq
  hostile+=("$(basename "$1")")
}

make_hostile() {
  local at tree blob level entries
  at="$1/one-object-of-1-GiB"
  git init --quiet --bare --initial-branch=main "$at"
  blob=$(head -c 1073741824 /dev/zero | git -C "$at" -c core.compression=1 hash-object -w --stdin)
  commit_tree "$at" "$(printf '100644 blob %s\tzeros\n' "$blob" | git -C "$at" mktree)"

  # Deltas of a few bytes that each become 120 MiB.
  at="$1/deltas-of-120-MiB"
  git init --quiet --bare --initial-branch=main "$at"
  entries=
  for level in 1 2 3 4; do
    blob=$({ head -c 125829120 /dev/zero; echo "$level"; } | git -C "$at" -c core.compression=1 hash-object -w --stdin)
    entries="$entries$(printf '100644 blob %s\tzeros%d' "$blob" "$level")"$'\n'
  done
  commit_tree "$at" "$(printf '%s' "$entries" | git -C "$at" mktree)"

  at="$1/1,000,000-files"
  git init --quiet --bare --initial-branch=main "$at"
  blob=$(git -C "$at" hash-object -w --stdin </dev/null)
  tree=$(awk -v b="$blob" 'BEGIN {for (i = 0; i < 1000000; i++) printf "100644 blob %s\tf%07d\n", b, i}' |
    git -C "$at" mktree)
  commit_tree "$at" "$tree"

  # Ten folders in each of ten folders, ten times over, in a dozen objects.
  at="$1/10,000,000,000-files"
  git init --quiet --bare --initial-branch=main "$at"
  blob=$(echo text | git -C "$at" hash-object -w --stdin)
  tree=$(awk -v b="$blob" 'BEGIN {for (i = 0; i < 10; i++) printf "100644 blob %s\tf%d\n", b, i}' | git -C "$at" mktree)
  for level in 1 2 3 4 5 6 7 8 9; do
    tree=$(awk -v t="$tree" 'BEGIN {for (i = 0; i < 10; i++) printf "040000 tree %s\td%d\n", t, i}' |
      git -C "$at" mktree)
  done
  commit_tree "$at" "$tree"

  at="$1/folders-nested-2,000-deep"
  git init --quiet --bare --initial-branch=main "$at"
  tree=$(printf '100644 blob %s\tf\n' "$(echo text | git -C "$at" hash-object -w --stdin)" | git -C "$at" mktree)
  for level in $(seq 2000); do
    tree=$(printf '040000 tree %s\td\n' "$tree" | git -C "$at" mktree)
  done
  commit_tree "$at" "$tree"
}
