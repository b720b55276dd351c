package dev.caffeinecode.code.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder with the files that belong to it and the folders in it. */
final class Folder {
    private final String path;
    private final Map<String, Folder> folders = new TreeMap<>();
    private final List<Placed> files = new ArrayList<>();
    private long tokens;

    private Folder(String path) {
        this.path = path;
    }

    static Folder of(List<Placed> files) {
        Folder root = new Folder("");
        for (Placed file : files) {
            Folder folder = root;
            folder.tokens += file.tokens();
            for (String name :
                    file.folder().isEmpty() ? new String[0] : file.folder().split("/")) {
                String path = folder.path.isEmpty() ? name : folder.path + "/" + name;
                folder = folder.folders.computeIfAbsent(name, _ -> new Folder(path));
                folder.tokens += file.tokens();
            }
            folder.files.add(file);
        }
        return root;
    }

    String path() {
        return path;
    }

    /** Returns the files that are in no folder of this one. */
    List<Placed> files() {
        return files;
    }

    List<Folder> folders() {
        return List.copyOf(folders.values());
    }

    /** Returns the size of all files in it, at any depth. */
    long tokens() {
        return tokens;
    }

    /** Returns all files in it, at any depth. */
    List<Placed> all() {
        List<Placed> all = new ArrayList<>();
        List<Folder> left = new ArrayList<>(List.of(this));
        while (!left.isEmpty()) {
            Folder folder = left.removeLast();
            all.addAll(folder.files);
            left.addAll(folder.folders.values());
        }
        return all;
    }

    /** Returns this folder or, if it holds nothing but one other folder, that one's. */
    Folder collapsed() {
        Folder folder = this;
        while (folder.files.isEmpty() && folder.folders.size() == 1) {
            folder = folder.folders.values().iterator().next();
        }
        return folder;
    }
}
