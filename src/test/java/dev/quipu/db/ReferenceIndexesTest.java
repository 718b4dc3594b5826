package dev.quipu.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.MinOf;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferenceIndexesTest {

    private static StandardServiceRegistry registry;
    private static org.hibernate.mapping.Table knots;
    private static org.hibernate.mapping.Table tassels;

    @BeforeAll
    static void readMapping() {
        registry = new StandardServiceRegistryBuilder()
                .applySetting(AvailableSettings.DIALECT, PostgreSQLDialect.class.getName())
                .applySetting(AvailableSettings.ALLOW_METADATA_ON_BOOT, false)
                .build();
        Metadata metadata = new MetadataSources(registry)
                .addAnnotatedClasses(Cord.class, Knot.class, Tassel.class)
                .getMetadataBuilder()
                .applyImplicitNamingStrategy(new ConstraintNames())
                .applyPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .build();
        knots = metadata.getEntityBinding(Knot.class.getName()).getTable();
        tassels = metadata.getEntityBinding(Tassel.class.getName()).getTable();
    }

    @AfterAll
    static void close() {
        StandardServiceRegistryBuilder.destroy(registry);
    }

    @Test
    void coverReferencesAndExtremesOnce() {
        assertThat(knots.getIndexes().keySet())
                .containsExactlyInAnyOrder(
                        "knots_cord_id_value_idx", // @MinOf, and the reference with it
                        "knots_dyed_like_id_idx"); // the reference alone; the others begin a key
    }

    @Test
    void areNamedAsPostgresqlNamesThem() {
        assertThat(knots.getUniqueKeys().keySet()).contains("knots_tied_after_id_value_key");
        assertThat(knots.getForeignKeyCollection().stream().map(ForeignKey::getName))
                .contains("knots_cord_id_fkey", "knots_dyed_like_id_fkey");
    }

    @Test
    void keysOfSoftDeletableEntitiesAreUniqueAmongTheLiving() {
        assertThat(tassels.getUniqueKeys()).isEmpty();
        assertThat(tassels.getColumns()).noneMatch(Column::isUnique);
        assertThat(tassels.getIndexes().values())
                .extracting(Index::getName, Index::isUnique, Index::getOptions)
                .containsExactlyInAnyOrder(
                        tuple("tassels_code_key", true, "where deleted_at is null"),
                        tuple("tassels_knot_id_key", true, "where deleted_at is null"),
                        tuple("one_colour", true, "where deleted_at is null"),
                        tuple("tassels_knot_id_idx", false, "")); // a partial one does not find every row of a knot
    }

    @Entity(name = "Cord")
    @Table(name = "cords")
    static class Cord {

        @Id
        Long id;

        @OneToMany(mappedBy = "cord")
        List<Knot> knots;

        @MinOf("knots.value")
        Integer smallest;
    }

    @Entity(name = "Knot")
    @Table(name = "knots", uniqueConstraints = @UniqueConstraint(columnNames = {"tiedAfter_id", "value"}))
    static class Knot {

        @Id
        Long id;

        int value;

        @ManyToOne
        Cord cord;

        @ManyToOne
        Knot dyedLike;

        @ManyToOne
        Knot tiedAfter;

        @OneToOne
        Knot twin;
    }

    @SoftDeletable
    @Entity(name = "Tassel")
    @Table(
            name = "tassels",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "one_colour",
                            columnNames = {"colour", "length"}))
    static class Tassel {

        @Id
        Long id;

        @jakarta.persistence.Column(unique = true)
        String code;

        @OneToOne
        Knot knot;

        String colour;
        int length;
        Instant deletedAt;
    }
}
