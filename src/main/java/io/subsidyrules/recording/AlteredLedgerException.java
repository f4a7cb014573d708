package io.subsidyrules.recording;

import io.subsidyrules.text.Text;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Records that an answer needs are missing from the database, or altered; nothing is answered in their place. */
public class AlteredLedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Text WHERE_IT_IS_TOLD = new Text(
            " The log and /q/health/ready tell whoever runs the service; nothing is recorded until it is put right. GET /v1/ledger gives what is stored, for bin/verify-ledger to check.",
            "服务日志和 /q/health/ready 已告知运维人员；处理之前不再作任何记录。GET /v1/ledger 给出现存内容，可用 bin/verify-ledger 校验。");

    private final transient OptionalLong sequence;
    private final transient Text what;

    private AlteredLedgerException(OptionalLong sequence, Text what, @Nullable Throwable cause) {
        super(what.en(), cause, false, false);
        this.sequence = sequence;
        this.what = what;
    }

    /** The entry of that sequence is not there, is another one, or is not as it was written. */
    public static AlteredLedgerException at(long sequence) {
        return at(sequence, null);
    }

    /** The same, by something that failed when it was read. */
    public static AlteredLedgerException at(long sequence, @Nullable Throwable cause) {
        return new AlteredLedgerException(
                OptionalLong.of(sequence),
                new Text(
                        "The entry %s of the ledger, which this answer needs, is missing from the database or is not what was recorded, so it is not told."
                                .formatted(sequence),
                        "本次结果所需的台账第 %s 条记录在数据库中缺失，或与所记录的内容不符，因此不予给出。".formatted(sequence)),
                cause);
    }

    /** The ledger lacks that entry, its last one, or has another in its place, so that a list would lack what was recorded. */
    public static AlteredLedgerException lacks(long sequence) {
        return new AlteredLedgerException(
                OptionalLong.empty(),
                new Text(
                        "The ledger in the database lacks its entry %s, or has another in its place, so a list of decisions would lack some that were recorded, and is not given."
                                .formatted(sequence),
                        "数据库中的台账缺少第 %s 条记录，或该条记录已被替换，决定列表将遗漏已记录的决定，因此不予给出。".formatted(sequence)),
                null);
    }

    /** A decision was not found, in a database that is not as the ledger says. */
    public static AlteredLedgerException unfound() {
        return new AlteredLedgerException(
                OptionalLong.empty(),
                new Text(
                        "There is no decision of this id in the database, which is not as the service wrote it: whether there was one cannot be told.",
                        "数据库中没有此编号的决定，但数据库的内容已与服务写入的不符，无法判断此前是否有该决定。"),
                null);
    }

    /** The entry that it is about; empty if it is about none. */
    public OptionalLong sequence() {
        return sequence;
    }

    /** A sentence that says what is wrong, and others that say where to read more. */
    public Text text() {
        return new Text(what.en() + WHERE_IT_IS_TOLD.en(), what.zh() + WHERE_IT_IS_TOLD.zh());
    }
}
