package dev.quipu.command;

import dev.quipu.rule.tool.RepairReport;
import dev.quipu.rule.tool.RuleGraph;
import dev.quipu.rule.tool.RuleList;
import dev.quipu.rule.tool.RuleRepair;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.rule.tool.VerificationReport;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules list | graph | verify | repair} */
@Command(name = "rules", description = "The rules: what they are, and whether what is stored is as they say.")
final class RulesCommand {

    enum Format {
        dot,
        mermaid
    }

    @Inject
    RuleList list;

    @Inject
    RuleGraph graph;

    @Inject
    RuleVerification verification;

    @Inject
    RuleRepair repair;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Command(description = "Prints the rules as sentences, in the order of evaluation.")
    void list() {
        out().print(list.text());
    }

    @Command(
            description =
                    "Prints which attribute follows from which, for Graphviz (rules graph | dot -Tsvg) or Mermaid.")
    void graph(
            @Option(names = "--format", defaultValue = "dot", description = "${COMPLETION-CANDIDATES}") Format format) {
        out().print(format == Format.dot ? graph.dot() : graph.mermaid());
    }

    @Command(description = "Compares everything stored with what the rules give; exits with 1 on a difference.")
    int verify(
            @Option(names = "--show", defaultValue = "20", description = "how many differences a rule to print")
                    int shown) {
        VerificationReport report = verification.verify(shown);
        out().print(report.text());
        return report.clean() ? 0 : 1;
    }

    @Command(description = "Mends what differs, beside live writers. Does not touch invariants and copies.")
    void repair() {
        RepairReport report = repair.repair();
        out().print(report.text());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
