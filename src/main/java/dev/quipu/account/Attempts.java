package dev.quipu.account;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.quarkus.runtime.util.HashUtil;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Counts attempts to log in, in the database, so that all processes count together and attempts at the same time count each. An
 * attempt is counted in a transaction of its own before the password is looked at. Names and addresses are stored as digests.
 */
@Singleton
class Attempts {

    static final String TABLE = "quipu_login_attempts";

    private static final int EXPIRED_AT_ONCE = 1000;
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final BucketConfiguration ofAccounts;
    private final BucketConfiguration ofAddresses;
    private final AtomicLong nextExpiry = new AtomicLong(System.nanoTime());

    Attempts(DataSource database, LoginSettings settings) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(TABLE)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .build();
        this.ofAccounts = configuration(settings.attempts(), settings.window());
        this.ofAddresses = configuration(settings.attemptsPerAddress(), settings.window());
    }

    private static BucketConfiguration configuration(long attempts, Duration window) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(attempts).refillIntervally(attempts, window))
                .build();
    }

    /**
     * Counts an attempt of the address.
     *
     * @throws TooManyAttemptsException if it has had all that it may have
     */
    void countAddress(String address) {
        removeExpired();
        ConsumptionProbe probe =
                bucket("address " + Addresses.network(address), ofAddresses).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration pause = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
            throw new TooManyAttemptsException(
                    "There were too many attempts to log in from your address; try again in " + pause.toMinutes()
                            + " min " + pause.toSecondsPart() + " s.",
                    pause);
        }
    }

    /** Counts an attempt on the account; whether it has not had all that it may have. */
    boolean countAccount(String account) {
        return bucket("account " + account, ofAccounts).tryConsume(1);
    }

    /** Gives the account all its attempts again, since somebody knew the password. */
    void giveBack(String account) {
        bucket("account " + account, ofAccounts).reset();
    }

    private BucketProxy bucket(String name, BucketConfiguration configuration) {
        return buckets.getProxy(HashUtil.sha256(name), () -> configuration);
    }

    /** Now and then, by whoever comes next: a scheduler would be one more dependency. */
    private void removeExpired() {
        long due = nextExpiry.get();
        if (System.nanoTime() - due >= 0 && nextExpiry.compareAndSet(due, System.nanoTime() + PAUSE_NANOS)) {
            if (buckets.removeExpired(EXPIRED_AT_ONCE) == EXPIRED_AT_ONCE) {
                nextExpiry.set(System.nanoTime()); // there are more
            }
        }
    }
}
