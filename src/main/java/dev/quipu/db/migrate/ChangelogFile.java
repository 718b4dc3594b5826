package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The next file of the changelog, in Liquibase's formatted SQL.
 *
 * @param name without {@code .sql}; the changeset has it, too
 */
record ChangelogFile(String name, List<Step> steps) {

    private static final Pattern NUMBER = Pattern.compile("^(\\d+)");

    private static final int LONGEST = 100;

    ChangelogFile {
        steps = steps.stream().sorted(Comparator.comparing(Step::phase)).toList();
    }

    /** {@code "0003-add-nickname-to-users"} after {@code "0002-idempotency.sql"}. */
    static String name(String message, List<String> files) {
        int last = 0;
        for (String file : files) {
            Matcher number = NUMBER.matcher(file);
            if (number.find()) {
                last = Math.max(last, Integer.parseInt(number.group(1)));
            }
        }
        String slug =
                message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            throw new MigrationException("DB-201 -m \"" + message
                    + "\" names no file. Say what changes, in letters or digits: " + "-m \"add nickname to users\".");
        }
        if (slug.length() > LONGEST) {
            throw new MigrationException("DB-201 -m has " + slug.length() + " characters, and names a file: " + LONGEST
                    + " at most. What it is about stands in comments, in the file.");
        }
        return String.format("%04d-%s", last + 1, slug);
    }

    String text() {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n\n--changeset quipu:" + name + "\n");
        Phase last = steps.isEmpty() ? Phase.RENAME : steps.get(0).phase();
        for (Step step : steps) {
            if (step.phase() != last) {
                text.append('\n');
                last = step.phase();
            }
            if (step.note() != null) {
                text.append("-- ").append(step.note()).append('\n');
            }
            text.append(step.up()).append('\n');
        }
        if (steps.isEmpty()) {
            text.append("\n-- the statements, and how to take them back:\n--rollback\n");
            return text.toString();
        }
        text.append('\n');
        String back = back();
        if (back.isEmpty()) {
            text.append("--rollback empty\n");
        }
        back.lines().forEach(line -> text.append("--rollback ").append(line).append('\n'));
        return text.toString();
    }

    /** The statements that take it back. */
    String back() {
        List<Step> downwards = new ArrayList<>(steps);
        Collections.reverse(downwards);
        return downwards.stream()
                .map(Step::down)
                .filter(down -> !down.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
