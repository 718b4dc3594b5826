package dev.quipu.rule.engine.history.model;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Soft parents whose soft children fall with them, below a hard grandparent. */
public final class SoftFamily {

    private SoftFamily() {}

    @SoftDeletable
    @Entity
    public static class Reply {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Topic topic;

        public Integer likes;
        public Instant deletedAt;
    }

    @SoftDeletable
    @Entity
    public static class Topic {
        @Id
        public Long id;

        @Version
        public int version;

        @ManyToOne(fetch = FetchType.LAZY)
        public Board board;

        @OneToMany(mappedBy = "topic", cascade = CascadeType.ALL)
        public List<Reply> replies = new ArrayList<>();

        public int base;
        public Instant deletedAt;

        @CountOf("replies")
        public int replyCount;

        @SumOf("replies.likes")
        public int likes;

        @MaxOf("replies.likes")
        public Integer mostLikes;

        @Computed("base + likes")
        public int heat;
    }

    @Entity
    public static class Board {
        @Id
        public Long id;

        @OneToMany(mappedBy = "board")
        public List<Topic> topics = new ArrayList<>();

        @CountOf("topics")
        public int topicCount;

        @SumOf("topics.heat")
        public int heat;

        @SumOf("topics.replyCount")
        public int replyCount;
    }
}
