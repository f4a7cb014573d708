package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import java.util.Locale;
import java.util.Set;

/**
 * Names that mean something else: in the grammar of rule files, in Drools, where a declared type named like one of its
 * annotations vanishes silently, or in Java. A rule file stays one that Drools alone could read.
 */
public final class ReservedNames {

    private static final Set<String> WORDS = Set.of(
            // The grammar, and Drools'.
            "rule",
            "query",
            "when",
            "then",
            "end",
            "declare",
            "import",
            "global",
            "function",
            "extends",
            "in",
            "not",
            "matches",
            "str",
            "contains",
            "memberOf",
            "exists",
            "forall",
            "accumulate",
            "collect",
            "from",
            "eval",
            "and",
            "or",
            "over",
            "init",
            "action",
            "reverse",
            "result",
            "trait",
            "unit",
            "asOf",
            "drools",
            "kcontext",
            "modify",
            "insert",
            "update",
            "delete",
            "retract",
            "startsWith",
            "soundslike",
            // Java's.
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "null",
            "_",
            "var",
            "yield",
            "record",
            "sealed",
            "permits");

    private static final Set<String> TYPES = Set.of(
            // The annotations of org.kie.api.definition.type and .rule.
            "Role",
            "Position",
            "Key",
            "Timestamp",
            "Duration",
            "Expires",
            "PropertyReactive",
            "ClassReactive",
            "Modifies",
            "Watch",
            "Label",
            "Description",
            "All",
            "Direct",
            "Propagation",
            "Trait",
            "Traitable",
            "Unit",
            "Fact",
            "Query",
            "Rule",
            // The awards that limits count, types that fields have, and the bases.
            "Awards",
            "String",
            "Integer",
            "BigDecimal",
            "BigInteger",
            "Boolean",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "Instant",
            "Date",
            "Calendar",
            "Currency",
            "List",
            "Map",
            "Set",
            "Collection",
            "Collections",
            "Arrays",
            "Objects",
            "Optional",
            "Random",
            "Scanner",
            "Locale",
            "Properties",
            "Timer",
            "UUID",
            "Iterator",
            // java.lang, which every Java file sees.
            "Object",
            "Class",
            "ClassLoader",
            "ClassValue",
            "Enum",
            "Record",
            "Number",
            "Byte",
            "Short",
            "Long",
            "Float",
            "Double",
            "Character",
            "Void",
            "Math",
            "StrictMath",
            "System",
            "Runtime",
            "Process",
            "ProcessBuilder",
            "ProcessHandle",
            "Thread",
            "ThreadGroup",
            "ThreadLocal",
            "Runnable",
            "Iterable",
            "Comparable",
            "Cloneable",
            "CharSequence",
            "Appendable",
            "AutoCloseable",
            "Readable",
            "StringBuilder",
            "StringBuffer",
            "Throwable",
            "Exception",
            "RuntimeException",
            "Error",
            "StackTraceElement",
            "StackWalker",
            "Module",
            "ModuleLayer",
            "Package",
            "SecurityManager",
            "Override",
            "Deprecated",
            "FunctionalInterface",
            "SafeVarargs",
            "SuppressWarnings",
            "Compiler");

    private ReservedNames() {}

    public static boolean isWord(String name) {
        return WORDS.contains(name);
    }

    /** Checks the name of a fact type or an enum. */
    static void checkType(Syntax.Name name, Faults faults) {
        if (WORDS.contains(name.text()) || TYPES.contains(name.text()) || isThrowable(name.text())) {
            faults.add(name.place(), FaultCode.RESERVED_NAME, name.text(), "Policy" + name.text());
        }
    }

    /** Checks the name of a field or a constant. */
    static void checkMember(Syntax.Name name, Faults faults) {
        if (WORDS.contains(name.text())) {
            String other = name.text().toLowerCase(Locale.ROOT) + "Value";
            faults.add(name.place(), FaultCode.RESERVED_NAME, name.text(), other);
        }
    }

    private static boolean isThrowable(String name) {
        return name.endsWith("Exception") || (name.endsWith("Error") && name.length() > "Error".length());
    }
}
