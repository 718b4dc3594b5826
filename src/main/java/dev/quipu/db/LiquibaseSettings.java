package dev.quipu.db;

import java.util.Map;
import liquibase.Scope;
import liquibase.configuration.AbstractMapConfigurationValueProvider;
import liquibase.ui.LoggerUIService;

/** How Liquibase behaves wherever Quipu runs it; found as a service. System properties and the environment take precedence. */
public final class LiquibaseSettings extends AbstractMapConfigurationValueProvider {

    private static final Map<String, String> SETTINGS = Map.of(
            // it would ask a server of its maker, at every start, whether to send usage data there
            "liquibase.analytics.enabled", "false",
            "liquibase.command.showSummary", "OFF");

    /** Lets what Liquibase tells the user go to the log instead of the console, for this thread and those it starts. */
    public static void logInsteadOfPrinting() {
        try {
            Scope.enter(Map.of(Scope.Attr.ui.name(), new LoggerUIService()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int getPrecedence() {
        return 10;
    }

    @Override
    protected Map<?, ?> getMap() {
        return SETTINGS;
    }

    @Override
    protected String getSourceDescription() {
        return "Quipu";
    }
}
