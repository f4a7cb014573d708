package io.subsidyrules.audit;

import io.subsidyrules.text.Text;

/**
 * Something in the database that is not as the service wrote it.
 *
 * @param table the one that it is in
 * @param sequence of the entry that it is about; 0 if it is about none
 */
record Difference(Kind kind, String table, long sequence) {

    private static final Text REMEDY = new Text(
            " Find out who can write to the database, and put it back as the ledger says (docs/ledger.md); recording goes on by itself after the next comparison.",
            "请查明谁能写入数据库，并按台账恢复（见 docs/ledger.md）；下一次比对无误后自动恢复记录。");

    enum Kind {
        ENTRY_MISSING(
                "The ledger lacks the entry %2$s, which the entry after it is chained to.",
                "台账缺少序号 %2$s 的记录，而其后的记录与之相链接。"),
        ENTRY_ALTERED(
                "The entry %2$s was altered: what is stored is not what has its hash, or its columns are not what it says.",
                "序号 %2$s 的记录被改动：存储的内容与其哈希值不符，或者各列与记录不符。"),
        ENTRY_UNCHAINED(
                "The entry %2$s is not chained to the one before it: one of them was rewritten, or written by another program.",
                "序号 %2$s 的记录未与前一条记录相链接：其中之一被改写，或者由其他程序写入。"),
        ENTRY_UNSEALED(
                "The entry %2$s is not sealed by the ledger's key: it, or one before it, was forged.",
                "序号 %2$s 的记录没有台账密钥的封印：该记录或其前的记录是伪造的。"),
        RESULT_DISAGREES(
                "The entry %2$s does not say in clear what its result says: it was written by another program.",
                "序号 %2$s 的记录所载与其结果不符：由其他程序写入。"),
        ROW_MISSING("The table %1$s lacks a row of the entry %2$s.", "表 %1$s 缺少序号 %2$s 的记录的行。"),
        ROW_ALTERED("A row of the table %1$s is not what the entry %2$s says.", "表 %1$s 中有一行与序号 %2$s 的记录不符。"),
        ROW_EXTRA(
                "The table %1$s has a row at the entry %2$s that the entry does not tell of.",
                "表 %1$s 中序号 %2$s 的记录处有一行，而该记录并未述及。"),
        ROW_OF_NONE("The table %1$s has a row that no entry tells of.", "表 %1$s 中有一行，没有任何记录述及。");

        private final Text sentence;

        Kind(String en, String zh) {
            this.sentence = new Text(en, zh);
        }
    }

    static Difference missing(String table, long sequence) {
        return new Difference(Kind.ROW_MISSING, table, sequence);
    }

    static Difference altered(String table, long sequence) {
        return new Difference(Kind.ROW_ALTERED, table, sequence);
    }

    static Difference extra(String table, long sequence) {
        return new Difference(Kind.ROW_EXTRA, table, sequence);
    }

    static Difference ofNone(String table) {
        return new Difference(Kind.ROW_OF_NONE, table, 0);
    }

    static Difference entry(Kind kind, long sequence) {
        return new Difference(kind, "ledger_entry", sequence);
    }

    /** In short. */
    String place() {
        return "%s at the entry %s (%s)".formatted(table, sequence, kind);
    }

    /** The place and the remedy. */
    Text text() {
        return new Text(
                kind.sentence.en().formatted(table, sequence) + REMEDY.en(),
                kind.sentence.zh().formatted(table, sequence) + REMEDY.zh());
    }
}
