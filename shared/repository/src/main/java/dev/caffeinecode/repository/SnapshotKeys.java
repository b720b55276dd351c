package dev.caffeinecode.repository;

/** Where the files of repositories and snapshots lie in the object store. */
public final class SnapshotKeys {
    private SnapshotKeys() {}

    /** All there is of a repository lies below. */
    public static String repository(RepositoryId repository) {
        return "repositories/" + repository + "/";
    }

    /** All there is of a snapshot lies below. */
    public static String snapshot(RepositoryId repository, CommitId commit) {
        return repository(repository) + "snapshots/" + commit + "/";
    }

    /** Where the code graph of a snapshot lies. */
    public static String codeGraph(RepositoryId repository, CommitId commit) {
        return snapshot(repository, commit) + "graph.bin";
    }

    /** Where that lies which is known of single files of a repository, whatever their commit. */
    public static String knownFiles(RepositoryId repository) {
        return repository(repository) + "known-files.bin";
    }
}
