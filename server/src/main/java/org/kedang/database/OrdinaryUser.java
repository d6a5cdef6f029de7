package org.kedang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs, which refuse to run as root, when this process is root. */
sealed interface OrdinaryUser {
    /**
     * Uid of {@code nobody} on Linux; the kernel shows a user without a name in a namespace as the
     * same number.
     */
    int NOBODY = 65534;

    List<String> prefix();

    /** Makes a folder that PostgreSQL accepts as its own. */
    void own(Path folder) throws IOException;

    /** Already an ordinary user. */
    record Already() implements OrdinaryUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void own(Path folder) {}
    }

    /** Root outside, nobody inside a user namespace: files stay root's. */
    record Namespace() implements OrdinaryUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U", "--");
        }

        @Override
        public void own(Path folder) {}
    }

    /**
     * Where the container forbids namespaces: becomes nobody, and keeps the right to pass root's
     * folders.
     */
    record Nobody() implements OrdinaryUser {
        @Override
        public List<String> prefix() {
            return List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    // initdb asks access(2), which would drop the one right that stays
                    "--securebits=+no_setuid_fixup",
                    "--inh-caps=-all,+dac_override",
                    "--ambient-caps=-all,+dac_override",
                    "--");
        }

        @Override
        public void own(Path folder) throws IOException {
            Files.setAttribute(folder, "unix:uid", NOBODY);
            Files.setAttribute(folder, "unix:gid", NOBODY);
        }
    }

    /** The way for this process and for a cluster that may already belong to somebody. */
    static OrdinaryUser forCluster(Path cluster) throws IOException {
        if (!"root".equals(System.getProperty("user.name")) && uid(Path.of("/proc/self")) != 0) {
            return new Already();
        }
        boolean nobodys = Files.exists(cluster) && uid(cluster) == NOBODY;
        var ways = nobodys ? List.of(new Nobody()) : List.of(new Namespace(), new Nobody());
        for (OrdinaryUser way : ways) {
            if (works(way)) {
                return way;
            }
        }
        throw new DatabaseUnavailable(
                "当前是 root 用户,而 PostgreSQL 不允许以 root 运行,本机也不允许 unshare 或 setpriv。请改用普通用户启动,或用"
                        + " --db-url 使用外部 PostgreSQL。",
                "PostgreSQL does not run as root, and this machine allows neither unshare nor"
                    + " setpriv. Start as an ordinary user, or use a PostgreSQL of your own with"
                    + " --db-url.");
    }

    private static int uid(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static boolean works(OrdinaryUser way) {
        var command = new ArrayList<>(way.prefix());
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
