package dev.quipu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** CPU time that processes have used, in seconds, as Linux counts it in {@code /proc}; not a number elsewhere. */
public final class CpuTime {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;
    // positions in /proc/<pid>/stat, counted from after the command, which may contain anything
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private final long server;

    /** @param connection to the server; must stay open until this returns */
    CpuTime(Connection connection) throws SQLException {
        int backend = connection.unwrap(PGConnection.class).getBackendPID();
        List<String> stat = stat(PROC.resolve(String.valueOf(backend)));
        server = stat.isEmpty() || !isPostgres(backend) ? -1 : Long.parseLong(stat.get(PARENT));
    }

    /** This process and those that it has started and waited for, such as pgbench. */
    double client() {
        List<String> stat = stat(PROC.resolve("self"));
        return stat.isEmpty() ? Double.NaN : seconds(stat, CHILDREN_SYSTEM);
    }

    /** All processes of the server; those that have ended are in the account of the first. */
    public double server() {
        if (server < 0) {
            return Double.NaN;
        }
        double sum = seconds(stat(PROC.resolve(String.valueOf(server))), CHILDREN_SYSTEM);
        try (Stream<Path> processes = Files.list(PROC)) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                List<String> stat = stat(process);
                if (!stat.isEmpty() && Long.parseLong(stat.get(PARENT)) == server) {
                    sum += seconds(stat, USER + 1);
                }
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return sum;
    }

    /** Gives the server's processes whose clients have left the time to end, and with it to come into the account. */
    public void settle() {
        LockSupport.parkNanos(100_000_000);
    }

    private static double seconds(List<String> stat, int last) {
        return stat.subList(USER, last + 1).stream().mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
    }

    private static boolean isPostgres(long pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/comm")).startsWith("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    /** Empty if there is no such process, or none can be seen. */
    private static List<String> stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }
}
