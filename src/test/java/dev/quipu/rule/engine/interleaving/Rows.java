package dev.quipu.rule.engine.interleaving;

/**
 * The rows that a change is about; both sessions are about the same, but for what they insert and the value that they set.
 *
 * @param deletedParcel a parcel that is softly deleted at the beginning
 * @param otherTruck where a child moves
 * @param added the id of what this session inserts
 * @param value what this session sets
 */
record Rows(long crate, long parcel, long deletedParcel, long truck, long otherTruck, long added, int value) {

    /** What a session's first flush is about. */
    static Rows first(int session) {
        return new Rows(1, 1, 3, 1, 2, 11 + session, 2 + session);
    }

    /** What its second flush is about. */
    static Rows second(int session) {
        return new Rows(2, 2, 4, 2, 1, 21 + session, 5 + session);
    }
}
