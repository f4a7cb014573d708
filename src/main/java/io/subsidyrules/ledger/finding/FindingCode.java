package io.subsidyrules.ledger.finding;

import io.subsidyrules.text.Text;

/** The faults that an export can have. In the sentences, %1$s is the line and %2$s the sequence. */
public enum FindingCode {
    ALTERED(
            new Text(
                    "Line %1$s, entry %2$s, was altered: its hash is not that of what stands in it.",
                    "第 %1$s 行（序号 %2$s 的记录）被改动：其哈希值与所载内容不符。"),
            Remedies.COMPARE),
    UNREADABLE(
            new Text(
                    "Line %1$s, where entry %2$s should stand, was altered: it cannot be read as an entry (one JSON object, no name twice, whole numbers, UTF-8).",
                    "第 %1$s 行（应为序号 %2$s 的记录）被改动：不能作为记录读取（应为一个 JSON 对象，名称不重复，数字为整数，UTF-8 编码）。"),
            Remedies.COMPARE),
    HASHED_ANEW(
            new Text(
                    "Line %1$s, entry %2$s, was altered and hashed anew: its neighbours are chained to another.",
                    "第 %1$s 行（序号 %2$s 的记录）被改动并重算了哈希值：相邻记录链接的不是它。"),
            Remedies.COMPARE),
    MALFORMED(
            new Text(
                    "Line %1$s, entry %2$s, was altered or written by another program: its member %3$s lacks, does not belong there or has not its form.",
                    "第 %1$s 行（序号 %2$s 的记录）被改动，或者由其他程序写入：成员 %3$s 缺失、多余或者形式不符。"),
            Remedies.COMPARE),
    RESULT_DISAGREES(
            new Text(
                    "Line %1$s, entry %2$s, was written by another program: its member %3$s is not what the text of its result says, or that text cannot be read.",
                    "第 %1$s 行（序号 %2$s 的记录）由其他程序写入：成员 %3$s 与其结果文本不符，或者结果文本无法读取。"),
            Remedies.COMPARE),
    REMOVED(
            new Text(
                    "Entry %2$s was removed: it should stand on line %1$s (entries missing: %2$s to %3$s).",
                    "序号 %2$s 的记录被删除：应在第 %1$s 行（缺少序号 %2$s 至 %3$s 的记录）。"),
            new Text(
                    "Fetch the export again. Where it begins later on purpose, say so with --from. If the entries are still missing, put the database back from a copy that has them.",
                    "请重新导出。导出文件本来就不从头开始的，请用 --from 说明。仍然缺少的，请用含有这些记录的备份恢复数据库。")),
    EMPTY(
            new Text(
                    "All entries were removed, or there never were any: entry %2$s should stand on line %1$s, and the export is empty.",
                    "记录全部被删除，或者本无记录：第 %1$s 行应为序号 %2$s 的记录，而导出文件为空。"),
            new Text("Fetch the export again.", "请重新导出。")),
    BEGINS_EARLIER(
            new Text(
                    "Line %1$s is entry %2$s, and the export was said to begin with entry %3$s.",
                    "第 %1$s 行是序号 %2$s 的记录，而所说的导出起点是序号 %3$s。"),
            new Text("Say with --from what the export begins with.", "请用 --from 说明导出文件的起点。")),
    REORDERED(
            new Text(
                    "The entries were reordered: on line %1$s stands entry %2$s, and entry %3$s, which should stand there, is on line %4$s.",
                    "记录的顺序被打乱：第 %1$s 行是序号 %2$s 的记录，而应在此处的序号 %3$s 的记录在第 %4$s 行。"),
            new Text("Fetch the export again, and keep the order of its lines.", "请重新导出，并保持各行的顺序。")),
    INSERTED(
            new Text(
                    "Line %1$s, entry %2$s, was inserted: the entries around it are chained without it.",
                    "第 %1$s 行（序号 %2$s 的记录）是插入的：前后的记录绕过它相互链接。"),
            Remedies.COMPARE),
    REPEATED(
            new Text(
                    "Line %1$s was inserted: entry %2$s stands on line %3$s already.",
                    "第 %1$s 行是插入的：序号 %2$s 的记录已在第 %3$s 行。"),
            Remedies.COMPARE),
    CUT_LINE(
            new Text(
                    "Line %1$s, where entry %2$s should stand, is cut: the line ends within the entry.",
                    "第 %1$s 行（应为序号 %2$s 的记录）被截断：记录不完整。"),
            new Text("The transfer broke off, or the disk was full: fetch the export again.", "传输中断或者磁盘已满，请重新导出。")),
    TAIL_CUT(
            new Text(
                    "The tail was cut or an older backup was restored: the export ends on line %1$s, before entry %2$s, and the checkpoint of %3$s has seen entry %4$s.",
                    "末尾被截断，或者恢复了较旧的备份：导出文件止于第 %1$s 行，缺少序号 %2$s 起的记录，而 %3$s 的检查点已见过序号 %4$s 的记录。"),
            new Text(
                    "Fetch the export again, taken after the checkpoint. If it still ends there, put the database back from a newer copy.",
                    "请重新导出（在检查点之后）。仍然止于该处的，请用更新的备份恢复数据库。")),
    REWRITTEN(
            new Text(
                    "The ledger was rewritten: entry %2$s, on line %1$s, is not the one of the checkpoint of %3$s. It was altered, or an entry before it, after entry %4$s, and all that follow were hashed anew.",
                    "台账被改写：第 %1$s 行（序号 %2$s 的记录）不是 %3$s 的检查点所见的记录。该记录，或者序号 %4$s 之后、该记录之前的某条记录被改动，其后的记录均被重算哈希值。"),
            Remedies.COMPARE),
    OTHER_LEDGER(
            new Text(
                    "Line %1$s, entry %2$s, is not the first entry of the ledger that the checkpoint of %3$s belongs to.",
                    "第 %1$s 行（序号 %2$s 的记录）不是 %3$s 的检查点所属台账的第一条记录。"),
            new Text(
                    "Take the checkpoint of this ledger. If it is of this one, the ledger was rewritten from its first entry on: put the database back from a copy.",
                    "请使用该台账的检查点。检查点确属该台账的，则台账从第一条起被改写，请用备份恢复数据库。")),
    CHECKPOINT_UNSIGNED(
            new Text(
                    "The checkpoint of %3$s at entry %2$s (line %1$s) is not signed by the key that was in force there.",
                    "%3$s 的检查点（序号 %2$s，第 %1$s 行）不是由当时有效的密钥签名的。"),
            new Text(
                    "Use the checkpoint as the service gave it, and the keys with --keys. If it is so, either it is forged or the ledger's keys were replaced.",
                    "请使用服务原样给出的检查点，并用 --keys 给出公钥。确实如此的，或者检查点是伪造的，或者台账的密钥被替换。")),
    CHECKPOINT_KEY_UNKNOWN(
            new Text(
                    "The checkpoint of %3$s at entry %2$s, beyond line %1$s, is not signed: its key %4$s is unknown, so it is forged or its KEY entry is missing.",
                    "%3$s 的检查点（序号 %2$s，在第 %1$s 行之后）没有有效签名：其密钥 %4$s 未知，故检查点是伪造的，或者缺少该密钥的 KEY 记录。"),
            new Text(
                    "Give the keys of the ledger with --keys, from the office that keeps them. If they have this key, entries are missing at the end; if not, the checkpoint is forged.",
                    "请用 --keys 给出由保管单位提供的台账公钥。其中有此密钥的，则末尾缺少记录；没有的，则检查点是伪造的。")),
    SEAL_FORGED(
            new Text(
                    "Line %1$s, entry %2$s, has a seal that the key in force there did not make: it, or an entry before it after entry %3$s, was altered or written by another program, and hashed anew.",
                    "第 %1$s 行（序号 %2$s 的记录）的封印不是由当时有效的密钥作出的：该记录，或者序号 %3$s 之后、该记录之前的某条记录被改动或由其他程序写入，并重算了哈希值。"),
            Remedies.COMPARE),
    UNSEALED(
            new Text(
                    "Entries %2$s to %3$s, from line %1$s on, have no seal behind them, though the ledger is sealed up to entry %4$s: they were written by another program, or the export was cut within a commit.",
                    "第 %1$s 行起、序号 %2$s 至 %3$s 的记录之后没有封印，而台账至序号 %4$s 的记录均有封印：这些记录由其他程序写入，或者导出文件在一次提交的中间被截断。"),
            new Text(
                    "Fetch the export again, to its end. If it says the same, find out who could write to the database, and put it back from a copy.",
                    "请重新完整导出。结果相同的，请查明谁能写入数据库，并用备份恢复。")),
    CLOCK_BACK(
            new Text(
                    "Line %1$s, entry %2$s, was recorded before the entry in front of it (%3$s, after %4$s): the service writes no such entry, so it was written by another program.",
                    "第 %1$s 行（序号 %2$s 的记录）的记录时间早于前一条（%3$s，前一条为 %4$s）：服务不会写入这样的记录，应为其他程序写入。"),
            Remedies.COMPARE),
    ID_TWICE(
            new Text(
                    "Line %1$s, entry %2$s, has the id %3$s, which entry %4$s, on line %5$s, has already.",
                    "第 %1$s 行（序号 %2$s 的记录）的编号 %3$s 已由序号 %4$s 的记录（第 %5$s 行）使用。"),
            Remedies.WRITTEN_BY_ANOTHER),
    RULESET_UNNAMED(
            new Text(
                    "Line %1$s, entry %2$s, was decided under the ruleset %3$s, which no RULESET entry before it names.",
                    "第 %1$s 行（序号 %2$s 的记录）依据规则集 %3$s 作出，而此前没有 RULESET 记录列出该规则集。"),
            Remedies.WRITTEN_BY_ANOTHER),
    KEY_USED_TWICE(
            new Text(
                    "Line %1$s, entry %2$s, is a second decision for the Idempotency-Key %3$s of %4$s, which entry %5$s, on line %6$s, was made for.",
                    "第 %1$s 行（序号 %2$s 的记录）是 %4$s 的 Idempotency-Key %3$s 的第二个决定，第一个是序号 %5$s 的记录（第 %6$s 行）。"),
            Remedies.WRITTEN_BY_ANOTHER),
    EARLIER_AWARD_WRONG(
            new Text(
                    "Line %1$s, entry %2$s, says in earlierAwards that its claim %3$s meets an award for the claim %4$s of the decision %5$s. By the entries before there is no such award that stands, or it is of another applicant than it says.",
                    "第 %1$s 行（序号 %2$s 的记录）的 earlierAwards 称其申报事项 %3$s 与决定 %5$s 的申报事项 %4$s 的奖励重复。而此前的记录中没有这样一项有效的奖励，或者其申请人与所述不符。"),
            Remedies.WRITTEN_BY_ANOTHER),
    PAID_BESIDE_EARLIER(
            new Text(
                    "Line %1$s, entry %2$s, pays for its claim %3$s, though it says itself in earlierAwards that the claim %4$s of the decision %5$s was paid for already.",
                    "第 %1$s 行（序号 %2$s 的记录）对其申报事项 %3$s 发放奖励，而其 earlierAwards 称决定 %5$s 的申报事项 %4$s 已经发放。"),
            Remedies.PAID),
    PAID_TWICE(
            new Text(
                    "Line %1$s, entry %2$s, pays a second time for a project, or for one that looks like it: the claim %3$s of the decision %4$s, while the award for the claim %5$s of the decision %6$s, entry %7$s on line %8$s, stands.",
                    "第 %1$s 行（序号 %2$s 的记录）对同一项目或者看似同一的项目再次发放奖励：决定 %4$s 的申报事项 %3$s，而决定 %6$s（序号 %7$s，第 %8$s 行）的申报事项 %5$s 的奖励仍然有效。"),
            Remedies.PAID),
    REVOKES_UNKNOWN(
            new Text(
                    "Line %1$s, entry %2$s, revokes the decision %3$s, which no entry before it has.",
                    "第 %1$s 行（序号 %2$s 的记录）撤销决定 %3$s，而此前的记录中没有该决定。"),
            Remedies.WRITTEN_BY_ANOTHER),
    REVOKES_NO_CLAIM(
            new Text(
                    "Line %1$s, entry %2$s, revokes the claim %3$s of the decision %4$s, whose request has no claim at that place.",
                    "第 %1$s 行（序号 %2$s 的记录）撤销决定 %4$s 的申报事项 %3$s，而该决定的请求中没有此序号的申报事项。"),
            Remedies.WRITTEN_BY_ANOTHER),
    REVOKED_TWICE(
            new Text(
                    "Line %1$s, entry %2$s, revokes the decision %3$s, which was revoked before.",
                    "第 %1$s 行（序号 %2$s 的记录）撤销决定 %3$s，而该决定此前已经撤销。"),
            Remedies.WRITTEN_BY_ANOTHER),
    CLAIM_REVOKED_TWICE(
            new Text(
                    "Line %1$s, entry %2$s, revokes the claim %3$s of the decision %4$s, which was revoked before.",
                    "第 %1$s 行（序号 %2$s 的记录）撤销决定 %4$s 的申报事项 %3$s，而该事项此前已经撤销。"),
            Remedies.WRITTEN_BY_ANOTHER),
    KEY_UNSIGNED(
            new Text(
                    "Line %1$s, entry %2$s, brings a key that the one before it has not signed.",
                    "第 %1$s 行（序号 %2$s 的记录）的密钥未经前一密钥签名。"),
            Remedies.KEY),
    KEY_UNKNOWN(
            new Text("Line %1$s, entry %2$s, does not agree with the keys given.", "第 %1$s 行（序号 %2$s 的记录）与所给的公钥不一致。"),
            Remedies.KEY);

    private final Text sentence;
    private final Text remedy;

    FindingCode(Text sentence, Text remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    Text sentence() {
        return sentence;
    }

    Text remedy() {
        return remedy;
    }

    private static final class Remedies {

        static final Text COMPARE = new Text(
                "Fetch the export again. If it says the same, compare this entry and those that follow with an older export or a copy of the database, and find out who could write to the database.",
                "请重新导出。结果相同的，请将该记录及其后的记录与较早的导出文件或者数据库备份核对，并查明谁能写入数据库。");
        static final Text WRITTEN_BY_ANOTHER = new Text(
                "The service writes no such entry. Find out who could write to the database, and who has the key: with a seal behind it, the key was used. GET /v1/decisions shows what the service takes for recorded.",
                "服务不会写入这样的记录。请查明谁能写入数据库、谁持有密钥：其后有封印的，即使用了密钥。GET /v1/decisions 显示服务认为已记录的内容。");
        static final Text PAID = new Text(
                "Stop the payment. The service pays for no project twice: find out who changed the table paid_project or wrote the entry, and revoke the award that is not to stand.",
                "请停止付款。服务不会对同一项目发放两次：请查明谁改动了表 paid_project 或写入了该记录，并撤销不应有效的奖励。");
        static final Text KEY = new Text(
                "Ask the office that runs the service, not by way of the service, which keys it has had, and give them with --keys.",
                "请不经该服务，直接向运行该服务的单位核实其用过的公钥，并用 --keys 给出。");

        private Remedies() {}
    }
}
