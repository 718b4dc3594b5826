package dev.quipu.query;

import java.util.List;

/** One part of a group's answer. */
public sealed interface GroupPart {

    String key();

    /** What its rows have in common. */
    record Key(String key, List<KeyPart> parts) implements GroupPart {
        public Key {
            parts = List.copyOf(parts);
        }
    }

    /** What its rows come to. */
    record Aggregate(String key, List<AggregatePart> parts) implements GroupPart {
        public Aggregate {
            parts = List.copyOf(parts);
        }
    }

    record Constant(String key, String text) implements GroupPart {}

    /** One value of the key. */
    sealed interface KeyPart {

        String key();

        /** The value of a plain attribute, or the beginning of its bucket. */
        record Value(String key, GroupKey of) implements KeyPart {}

        /** What a row says as well, since all rows of the group agree on it: the foreign key, the entity that it points to. */
        record Shared(Output output) implements KeyPart {
            @Override
            public String key() {
                return output.key();
            }
        }

        /** Null, for what is no key of this grouping. */
        record Absent(String key) implements KeyPart {}
    }
}
