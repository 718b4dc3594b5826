package dev.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packages import one another as the table in README.md says. */
class ArchitectureTest {

    private static final String ROOT = "dev.quipu";

    private static PackageTable table;
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        table = PackageTable.ofReadme();
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(classes).isNotEmpty();
        assertThat(classes.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.equals(ROOT) || table.rowOf(relative(name)) == null)
                        .distinct())
                .as("packages without a row in README.md: move their classes to a package of the table,"
                        + " or add a row below everything that the new package imports")
                .isEmpty();
    }

    @Test
    void aRowNamesOnlyRowsAboveIt() {
        assertThat(table.rows()).isNotEmpty();
        assertThat(table.namedTooEarly())
                .as(
                        "imports that README.md allows from a row to one that is not above it: move the row, or drop the import;"
                                + " if neither works the packages form a cycle, which a class in the wrong package causes")
                .isEmpty();
    }

    @Test
    void importsAreThoseOfTheTable() {
        Set<String> refused = new TreeSet<>();
        for (JavaClass javaClass : classes) {
            for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
                if (!isAllowed(dependency)) {
                    refused.add(describe(dependency));
                }
            }
        }
        assertThat(refused)
                .as(
                        "imports that the table in README.md does not allow: move the class to where it belongs, or hand over a value"
                                + " instead; only if the new import is right, add it to the row")
                .isEmpty();
    }

    private static boolean isAllowed(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith(ROOT)) {
            return true;
        }
        String from = table.rowOf(relative(dependency.getOriginClass().getPackageName()));
        String to = table.rowOf(relative(target.getPackageName()));
        return from == null || from.equals(to) || table.rows().get(from).contains(to);
    }

    private static String describe(Dependency dependency) {
        String from = relative(dependency.getOriginClass().getPackageName());
        return "`" + from + "` -> `"
                + relative(dependency.getTargetClass().getBaseComponentType().getPackageName()) + "`: "
                + dependency.getDescription();
    }

    private static String relative(String packageName) {
        return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
    }
}
