package dev.quipu.audit;

import dev.quipu.audit.StampedEntity.Place;
import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.change.ManagedRows;
import dev.quipu.model.Stamp.Content;
import dev.quipu.security.Acting;
import dev.quipu.security.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Stamps the rows that the application inserts or changes, before the rules run. */
final class Stamps {

    private final Map<String, StampedEntity> entities;
    private final Moments moments;

    /** @param entities by the names under which Hibernate knows them */
    Stamps(Map<String, StampedEntity> entities, Moments moments) {
        this.entities = Map.copyOf(entities);
        this.moments = moments;
    }

    void set(EventSource session) {
        if (!entities.isEmpty()) {
            new ManagedRows(session).forEachPending(entities::containsKey, row -> stamp(row, session));
        }
    }

    private void stamp(ManagedRow row, EventSource session) {
        StampedEntity entity =
                Objects.requireNonNull(entities.get(row.persister().getEntityName()));
        if (row.fate() == Fate.DELETE) {
            return;
        }
        row.initialize();
        boolean inserted = row.fate() == Fate.INSERT;
        boolean changed = inserted || entity.counted().stream().anyMatch(row::changed);
        for (Place place : entity.stamps()) {
            if (inserted || (changed && place.stamp().atUpdate())) {
                row.write(place.position(), value(row, place, session));
            } else if (row.changed(place.position())) {
                row.refresh(place.position(), row.loaded(place.position()));
            }
        }
    }

    private @Nullable Object value(ManagedRow row, Place place, EventSource session) {
        if (place.stamp().content() == Content.TIME) {
            Instant moment = moments.of(session);
            return place.type() == OffsetDateTime.class ? OffsetDateTime.ofInstant(moment, ZoneOffset.UTC) : moment;
        }
        Viewer viewer = Acting.viewer();
        if (viewer == null) {
            return null;
        }
        if (!place.reference() && place.type() == String.class) {
            return viewer.username();
        }
        if (viewer.id() != null && !place.type().isInstance(viewer.id())) {
            throw new IllegalStateException("SEC-306 " + place.name() + " is stamped with a "
                    + place.type().getSimpleName() + ", but the id of the account " + viewer.id() + " is a "
                    + viewer.id().getClass().getSimpleName() + ". Give the attribute that type, or let it be a String,"
                    + " the username.");
        }
        return place.reference() ? row.reference(place.position(), viewer.id()) : viewer.id();
    }
}
