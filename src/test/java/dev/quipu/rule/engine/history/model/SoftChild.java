package dev.quipu.rule.engine.history.model;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Children that are softly deleted and restored. */
public final class SoftChild {

    private SoftChild() {}

    @SoftDeletable
    @Entity
    public static class Note {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Writer writer;

        public Integer stars;
        public Instant writtenAt;
        public boolean hiddenAway;
        public Instant deletedAt;

        @Computed("stars + writer.bonus")
        public Integer score;
    }

    @Entity
    public static class Writer {
        @Id
        public Long id;

        public Integer bonus;

        @ManyToOne(fetch = FetchType.LAZY)
        public Club club;

        @OneToMany(mappedBy = "writer")
        public List<Note> notes = new ArrayList<>();

        @CountOf("notes")
        public int noteCount;

        @SumOf(value = "notes.score", where = "not hiddenAway")
        public int score;

        @MaxOf("notes.writtenAt")
        public Instant lastAt;

        @MinOf("notes.stars")
        public Integer worst;
    }

    @Entity
    public static class Club {
        @Id
        public Long id;

        @OneToMany(mappedBy = "club")
        public List<Writer> writers = new ArrayList<>();

        @SumOf("writers.score")
        public int score;

        @MaxOf("writers.lastAt")
        public Instant lastAt;
    }
}
