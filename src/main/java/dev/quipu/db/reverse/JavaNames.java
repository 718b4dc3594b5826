package dev.quipu.db.reverse;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.javalite.common.Inflector;

/** Names of Java, which are names of GraphQL too. */
final class JavaNames {

    private static final PhysicalNamingStrategySnakeCaseImpl COLUMNS = new PhysicalNamingStrategySnakeCaseImpl();
    private static final Pattern CONSTANT = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*");
    private static final Pattern SINGULAR = Pattern.compile(".*(ss|us|is)");

    /** What the sources import, java.lang holds, or GraphQL and the API call their own. */
    private static final Set<String> TAKEN = Set.of(
            "Boolean",
            "Byte",
            "Bytes",
            "Character",
            "Class",
            "Column",
            "Date",
            "DateTime",
            "Decimal",
            "Double",
            "Entity",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "Formula",
            "Generated",
            "Grant",
            "Id",
            "Index",
            "Instant",
            "Int",
            "Integer",
            "Iterable",
            "Length",
            "List",
            "LocalDate",
            "Long",
            "Max",
            "Min",
            "Module",
            "Mutation",
            "Node",
            "Number",
            "Object",
            "Package",
            "Process",
            "Query",
            "Record",
            "Short",
            "String",
            "Subscription",
            "System",
            "Table",
            "Thread",
            "Version",
            "Void");

    private JavaNames() {}

    /** {@code OrderLine} for {@code order_lines}. */
    static String type(String name) {
        String type = upperFirst(attribute(singular(name)));
        return TAKEN.contains(type) ? type + "Row" : type;
    }

    /** {@code orderLines} for {@code OrderLine}. */
    static String plural(String type) {
        return Inflector.pluralize(lowerFirst(type));
    }

    private static String singular(String name) {
        return SINGULAR.matcher(name.toLowerCase(Locale.ROOT)).matches() ? name : Inflector.singularize(name);
    }

    /** {@code unitPrice} for {@code unit_price}, {@code UnitPrice} or {@code "unit price"}. */
    static String attribute(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        boolean shouting = plain.equals(plain.toUpperCase(Locale.ROOT));
        List<String> words = Arrays.stream((shouting ? plain.toLowerCase(Locale.ROOT) : plain).split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        String joined = words.isEmpty()
                ? "unnamed"
                : lowerFirst(words.get(0))
                        + words.stream().skip(1).map(JavaNames::upperFirst).collect(Collectors.joining());
        String named = Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
        return SourceVersion.isKeyword(named) ? named + "_" : named;
    }

    /** Whether all can be constants of a Java enum as they are. */
    static boolean areConstants(List<String> labels) {
        return labels.stream().allMatch(label -> CONSTANT.matcher(label).matches() && !SourceVersion.isKeyword(label));
    }

    /** Whether Hibernate finds the column without being told its name. */
    static boolean namesColumn(String attribute, SqlName column) {
        return !column.quoted() && physical(attribute).equals(column.text());
    }

    private static String physical(String name) {
        return COLUMNS.toPhysicalColumnName(Identifier.toIdentifier(name), null).getText();
    }

    static String upperFirst(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** A text as Java writes it. */
    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
