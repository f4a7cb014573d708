package io.subsidyrules.cli.finding;

/** How much a finding weighs, with its name in each format. */
public enum Severity {
    /** It keeps the rules from going live. */
    ERROR("error", "critical"),
    /** It keeps nothing from going live, and looks wrong. */
    WARNING("warning", "minor");

    private final String name;
    private final String gitlab;

    Severity(String name, String gitlab) {
        this.name = name;
        this.gitlab = gitlab;
    }

    /** Its name in JSON, and its level in SARIF and Checkstyle. */
    String named() {
        return name;
    }

    /** Its severity in GitLab's Code Quality. */
    String gitlab() {
        return gitlab;
    }
}
