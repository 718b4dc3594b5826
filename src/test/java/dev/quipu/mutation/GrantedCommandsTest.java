package dev.quipu.mutation;

import static dev.quipu.security.Action.CREATE;
import static dev.quipu.security.Action.DELETE;
import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Action.RESTORE;
import static dev.quipu.security.Action.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quipu.model.Model;
import dev.quipu.model.SoftDeletable;
import dev.quipu.mutation.AttributeWrite.Connect;
import dev.quipu.mutation.AttributeWrite.Elements;
import dev.quipu.mutation.AttributeWrite.Value;
import dev.quipu.mutation.Refusal.Forbidden;
import dev.quipu.mutation.Refusal.NotFound;
import dev.quipu.mutation.Refusal.UniqueViolation;
import dev.quipu.query.Condition;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.RuleStep;
import dev.quipu.rule.engine.Models;
import dev.quipu.security.Access;
import dev.quipu.security.Grant;
import dev.quipu.security.Policy;
import dev.quipu.security.Viewer;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commands do with rows that are hidden, or not theirs to write: the ways that the shop's own grants do not have. */
class GrantedCommandsTest {

    private static final InputPath INPUT = InputPath.of("input");

    private static RuledDatabase database;
    private static Model model;
    private static Access ann;

    @Entity(name = "Room")
    @Grant(
            roles = "user",
            where = "owner = viewer.username",
            attributes = {"label", "owner"})
    static class Room {
        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true)
        String label;

        String owner;

        @OneToMany(mappedBy = "room", cascade = CascadeType.REMOVE)
        List<Box> boxes = new ArrayList<>();

        @CountOf("boxes")
        @Grant(roles = "user", actions = READ)
        int boxCount;
    }

    /** Everybody sees its label, only its owner in which room it is. */
    @Entity(name = "Box")
    @Grant(roles = "user", where = "owner = viewer.username", attributes = Grant.ALL)
    @Grant(roles = "user", actions = READ, where = "label like 'public%'", attributes = "label")
    static class Box {
        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true)
        String label;

        String owner;

        @Nullable
        @ManyToOne
        Room room;
    }

    @Entity(name = "Note")
    @SoftDeletable
    @Grant(
            roles = "user",
            actions = {READ, DELETE},
            attributes = Grant.ALL)
    @Grant(
            roles = "user",
            actions = {CREATE, UPDATE, RESTORE},
            where = "owner = viewer.username",
            attributes = Grant.ALL)
    static class Note {
        @Id
        @GeneratedValue
        Long id;

        String text;

        String owner;

        @Nullable
        Instant deletedAt;
    }

    /** Whoever is a member of a team may do everything with its papers; anybody may join the open team, and leave any. */
    @Entity(name = "Member")
    @Grant(
            roles = "user",
            actions = {READ, DELETE},
            where = "who = viewer.username",
            attributes = Grant.ALL)
    @Grant(roles = "user", actions = CREATE, where = "who = viewer.username and team = 'open'", attributes = Grant.ALL)
    static class Member {
        @Id
        @GeneratedValue
        Long id;

        String team;

        String who;
    }

    @Entity(name = "Paper")
    @Grant(
            roles = "user",
            where = "exists (select 1 from Member m where m.team = this.team and m.who = viewer.username)",
            attributes = Grant.ALL)
    static class Paper {
        @Id
        @GeneratedValue
        Long id;

        String team;
    }

    @BeforeAll
    static void start() {
        database = RuledDatabase.of(Room.class, Box.class, Note.class, Member.class, Paper.class);
        model = Models.of(database.sessionFactory());
        ann = Policy.read(model, database.sessionFactory()).of(new Viewer(1L, "ann", Set.of("user")));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void fill() {
        database.transact(session -> {
            Stream.of("Box", "Room", "Note", "Member", "Paper")
                    .flatMap(entity -> session.createSelectionQuery("from " + entity, Object.class).stream())
                    .forEach(session::remove);
            session.flush();
            Paper paper = new Paper();
            paper.team = "closed";
            session.persist(paper);
            Room attic = room(session, "attic", "ann");
            Room cellar = room(session, "cellar", "bob");
            box(session, "hats", "ann", attic);
            box(session, "letters", "bob", attic);
            box(session, "public tools", "bob", cellar);
        });
    }

    @Test
    void aHiddenRowIsNotReferredTo() {
        Command hidden =
                create("Box", Map.of("label", value("x"), "owner", value("ann"), "room", byId("Room", "cellar")));
        Command missing = create("Box", Map.of("label", value("x"), "owner", value("ann"), "room", byId("Room", null)));

        assertThat(refusals(hidden)).singleElement().isInstanceOf(NotFound.class);
        assertThat(message(refusals(hidden))).isEqualTo(message(refusals(missing)));
        assertThat(message(refusals(create(
                        "Box", Map.of("label", value("x"), "owner", value("ann"), "room", byKey("Room", "cellar"))))))
                .contains("There is no Room with {label=cellar}");
    }

    @Test
    void theValueOfAHiddenRowIsTakenByNobodysName() {
        Command made = create("Room", Map.of("label", value("cellar"), "owner", value("ann")));
        Command upserted = new Command.Upsert(
                INPUT,
                new RowTarget(key("Room", "cellar"), null),
                write("Room", Map.of("label", value("cellar"), "owner", value("ann"))),
                null);

        assertThat(refusals(made)).containsExactly(Discretion.CONFLICT);
        assertThat(refusals(upserted)).containsExactly(Discretion.CONFLICT);
        assertThat(refusals(create("Room", Map.of("label", value("attic"), "owner", value("ann")))))
                .singleElement()
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void otherUniqueValuesAreAskedForInHindsight() {
        Command first = create("Room", Map.of("label", value("attic"), "owner", value("ann")));
        Command second = create("Box", Map.of("label", value("letters"), "owner", value("ann")));

        assertThat(refusals(first, second))
                .hasSize(2)
                .contains(Discretion.CONFLICT)
                .anyMatch(UniqueViolation.class::isInstance);
    }

    @Test
    void aRowStaysWithinItsGrant() {
        assertThat(refusals(update("Box", "hats", Map.of("owner", value("bob")))))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal).isInstanceOf(Forbidden.class);
                    assertThat(refusal.message())
                            .isEqualTo("Changing Box " + id("Box", "hats") + " is not allowed to you.");
                });
        assertThat(refusals(update("Box", "public tools", Map.of("label", value("mine")))))
                .singleElement()
                .isInstanceOf(Forbidden.class);
        assertThat(refusals(create("Box", Map.of("label", value("x"), "owner", value("bob")))))
                .singleElement()
                .isInstanceOf(Forbidden.class);
        assertThat(boxes()).containsExactly("hats ann attic", "letters bob attic", "public tools bob cellar");
    }

    @Test
    void aRightThatNobodyMayHaveIsNotUsedInBetween() {
        Command join = create("Member", Map.of("team", value("closed"), "who", value("ann")));
        Command shred = new Command.DeleteAll(INPUT, all("Paper"));
        Command leave = new Command.DeleteAll(INPUT, all("Member"));

        assertThat(refusals(join, shred, leave)).singleElement().satisfies(refusal -> assertThat(refusal.message())
                .isEqualTo("Creating this Member is not allowed to you."));
        Command look = new Command.UpdateAll(
                INPUT, new Matching(model.entity("Paper"), Condition.ANY, 0, INPUT), write("Paper", Map.of()));
        assertThat(refusals(join, look)).singleElement().isInstanceOf(Forbidden.class); // not how many there are
        assertThat(refusals(join, leave)).singleElement().isInstanceOf(Forbidden.class);
        assertThat(database.<Long>read(session -> session.createSelectionQuery("select count(*) from Paper", Long.class)
                        .getSingleResult()))
                .isEqualTo(1);
    }

    private static Matching all(String entity) {
        return new Matching(model.entity(entity), Condition.ANY, 9, INPUT);
    }

    @Test
    void elementsOfACollectionAreJudgedAsRows() {
        assertThat(refusals(boxes(new ElementWrite.Connect(key("Box", "public tools")))))
                .singleElement()
                .isInstanceOf(Forbidden.class);
        assertThat(refusals(boxes(new ElementWrite.Connect(key("Box", "letters")))))
                .singleElement()
                .isInstanceOf(NotFound.class);
        assertThat(refusals(boxes(new ElementWrite.Delete(new RowTarget(key("Box", "letters"), null)))))
                .singleElement()
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoseElementItIsMayBeASecret() {
        database.transact(session -> session.find(Box.class, id("Box", "public tools")).room =
                session.find(Room.class, id("Room", "attic")));

        String there = message(refusals(boxes(new ElementWrite.Disconnect(key("Box", "public tools")))));
        assertThat(there).contains("is not among the boxes of Room");
    }

    @Test
    void aCollectionIsReplacedAsFarAsItIsSeen() {
        assertThat(refusals(boxes(new ElementWrite.Replace(List.of())))).isEmpty();
        assertThat(boxes()).containsExactly("hats ann null", "letters bob attic", "public tools bob cellar");
    }

    @Test
    void whatWentAlongWithAnotherRowIsAsHiddenAsBefore() {
        database.transact(session -> room(session, "garden", "ann"));
        Command attic = new Command.Delete(INPUT, new RowTarget(keyOfId("Room", id("Room", "attic")), null));

        assertThat(refusals(attic, deleteFromGarden("hats"))).isEmpty();
        fill();
        database.transact(session -> room(session, "garden", "ann"));
        attic = new Command.Delete(INPUT, new RowTarget(keyOfId("Room", id("Room", "attic")), null));
        assertThat(refusals(attic, deleteFromGarden("letters"))).singleElement().isInstanceOf(NotFound.class);
    }

    @Test
    void whatRulesDoToHiddenRowsIsNotTold() {
        database.transact(session -> box(session, "shoes", "ann", session.find(Room.class, id("Room", "cellar"))));
        WriteRequest request = new WriteRequest(
                List.of(update("Box", "shoes", Map.of("room", byKey("Room", "attic")))), ann, false, true, true);

        database.sessionFactory().inTransaction(session -> {
            try (Witness witness = new Witness(request, model, session)) {
                new CommandRunner(attempt(session, request.commands())).settle(judged -> {});

                assertThat(witness.affected().get(model.entity("Room"))).containsExactly(id("Room", "attic"));
                assertThat(witness.steps())
                        .extracting(RuleStep::rule, RuleStep::id)
                        .containsExactly(tuple("Room.boxCount", id("Room", "attic")));
            }
        });
    }

    @Test
    void whatIsSoftlyDeletedIsJudgedBefore() {
        Condition any = Condition.ANY;
        assertThat(refusals(
                        create("Note", Map.of("text", value("false"), "owner", value("bob"))),
                        new Command.DeleteAll(INPUT, new Matching(model.entity("Note"), any, 9, INPUT))))
                .singleElement()
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void onlyWhatMayBeRestoredIsThere() {
        List<Long> notes = new ArrayList<>();
        database.transact(session -> Stream.of("ann", "bob").forEach(owner -> {
            Note note = new Note();
            note.text = "hi";
            note.owner = owner;
            session.persist(note);
            notes.add(note.id);
        }));
        database.transact(session -> notes.forEach(id -> session.remove(session.find(Note.class, id))));

        assertThat(refusals(restore(notes.get(1)))).singleElement().isInstanceOf(NotFound.class);
        assertThat(message(refusals(restore(notes.get(1)))))
                .isEqualTo(message(refusals(restore(999_999L))))
                .isEqualTo("There is no deleted Note #");
        assertThat(refusals(restore(notes.get(0)))).isEmpty();
        assertThat(database.<List<String>>read(
                        session -> session.createSelectionQuery("select owner from Note", String.class)
                                .getResultList()))
                .containsExactly("ann");
    }

    // ---- commands ----

    private static Command restore(Object id) {
        return new Command.Restore(INPUT, RowKey.ofId(model.entity("Note"), id, INPUT));
    }

    private static Command deleteFromGarden(String box) {
        RowTarget target = new RowTarget(keyOfId("Box", id("Box", box)), null);
        return update("Room", "garden", Map.of("boxes", new Elements(INPUT, List.of(new ElementWrite.Delete(target)))));
    }

    private static Command boxes(ElementWrite write) {
        return update("Room", "attic", Map.of("boxes", new Elements(INPUT, List.of(write))));
    }

    private static Command create(String entity, Map<String, AttributeWrite> attributes) {
        return new Command.Create(INPUT, write(entity, attributes));
    }

    private static Command update(String entity, String label, Map<String, AttributeWrite> attributes) {
        return new Command.Update(INPUT, new RowTarget(key(entity, label), null), write(entity, attributes));
    }

    private static RowWrite write(String entity, Map<String, AttributeWrite> attributes) {
        return new RowWrite(model.entity(entity), INPUT, attributes);
    }

    private static AttributeWrite value(String value) {
        return new Value(INPUT, value);
    }

    private static AttributeWrite byKey(String entity, String label) {
        return new Connect(INPUT, key(entity, label));
    }

    private static AttributeWrite byId(String entity, @Nullable String label) {
        return new Connect(
                INPUT, RowKey.ofId(model.entity(entity), label == null ? 999_999L : id(entity, label), INPUT));
    }

    private static RowKey keyOfId(String entity, Object id) {
        return RowKey.ofId(model.entity(entity), id, INPUT);
    }

    private static RowKey key(String entity, String label) {
        return new RowKey(model.entity(entity), Map.of("label", label), INPUT);
    }

    private static Long id(String entity, String label) {
        return database.read(session -> session.createSelectionQuery(
                        "select id from " + entity + " where label = :label", Long.class)
                .setParameter("label", label)
                .getSingleResult());
    }

    // ---- what comes of them ----

    /** Carries them out as ann, and gives what was refused. */
    private static List<Refusal> refusals(Command... commands) {
        try {
            database.sessionFactory().inTransaction(session -> carryOut(session, List.of(commands)));
            return List.of();
        } catch (AttemptRefusedException e) {
            return database.read(session -> new Hindsight(model, new Sight(session, ann), e.doubts()).complete(e));
        }
    }

    private static void carryOut(Session session, List<Command> commands) {
        Attempt attempt = attempt(session, commands);
        try {
            new CommandRunner(attempt).settle(judged -> {});
        } catch (RuntimeException e) {
            throw new Failures().of(e, attempt);
        }
    }

    private static Attempt attempt(Session session, List<Command> commands) {
        return new Attempt(model, session.unwrap(SessionImplementor.class), commands, ann);
    }

    private static String message(List<Refusal> refusals) {
        return refusals.get(0).message().replaceAll("\\d+", "#");
    }

    private static List<String> boxes() {
        return database.read(session -> session.createSelectionQuery(
                        "select b.label || ' ' || b.owner || ' ' || coalesce(r.label, 'null') from Box b left join b.room r order by b.label",
                        String.class)
                .getResultList());
    }

    private static Room room(Session session, String label, String owner) {
        Room room = new Room();
        room.label = label;
        room.owner = owner;
        session.persist(room);
        return room;
    }

    private static void box(Session session, String label, String owner, Room room) {
        Box box = new Box();
        box.label = label;
        box.owner = owner;
        box.room = room;
        session.persist(box);
    }
}
